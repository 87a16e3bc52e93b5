import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Rung } from '@/lib/contracts/admission'
import type { Viewer } from '@/server/accounts/viewer'
import { forgetReading } from '@/server/admission/admission'
import { forceRung } from '@/server/admission/force-rung'
import { watchPainting } from '@/server/admission/note-outcome'
import { writeQueueToken } from '@/server/admission/queue-token'
import { makePerson } from '@/server/artworks/testing/records'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { cancelPortrait } from './cancel-portrait'
import { readPortrait } from './read-portrait'
import { retryPortrait } from './retry-portrait'
import { formOf, makeMaster, newOrder, newPhoto } from './testing/orders'
import { turnAway } from './turn-away'

let operator: Viewer

const onRung = async (rung: Rung) => {
  await forceRung(rung, operator)
  forgetReading()
}
const arrive = (photo: Uint8Array, queueToken: string | null = null) =>
  turnAway({ viewer: null, key: randomUUID(), form: formOf(), photo, queueToken })

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  operator = await makePerson('OPERATOR')
})

it('turns away on the rung without turns, and nobody below it', async () => {
  const photo = await newPhoto()
  for (const rung of [0, 1, 2] as const) {
    await onRung(rung)
    await expect(arrive(photo)).resolves.toMatchObject({ rung })
  }
  await onRung(3)
  await expect(arrive(photo)).rejects.toMatchObject({ code: 'no_turn' })
  await onRung(4)
  await expect(arrive(photo)).rejects.toMatchObject({ code: 'studio_closed' })
})

it('lets in who waited at the closed door, and whose file the house knows', async () => {
  const photo = await newPhoto()
  await onRung(0)
  await newOrder(await makePerson(), {}, photo)
  await onRung(3)
  await expect(arrive(photo)).resolves.toMatchObject({ rung: 3 })
  await expect(arrive(await newPhoto(), writeQueueToken({ number: 7 }))).resolves.toMatchObject({ rung: 3 })
})

it('gives an order that is tried again no turn that a new one would not have', async () => {
  await onRung(0)
  const [guest, artist] = await Promise.all([makePerson('GUEST'), makePerson('ARTIST')])
  const [own, theirs] = await Promise.all([newOrder(guest), newOrder(artist)])
  await cancelPortrait(own.id, guest.id)
  await cancelPortrait(theirs.id, artist.id)
  await onRung(3)
  await expect(retryPortrait(own.id, guest)).rejects.toMatchObject({ code: 'no_turn' })
  expect((await readPortrait(own.id, guest.id))?.status).toBe('CANCELLED')
  await expect(retryPortrait(theirs.id, artist)).resolves.toMatchObject({ status: 'QUEUED' })
})

it('turns away on every rung while the painter of that manner rests', async () => {
  await onRung(0)
  const model = { modelName: 'm', modelVersion: '1' }
  for (let failure = 0; failure < 20; failure++)
    await watchPainting(
      model,
      () => Promise.reject(new Error('as the test wishes')),
      () => true,
    ).catch(() => {})
  forgetReading()
  await expect(arrive(await newPhoto())).rejects.toMatchObject({ code: 'painter_busy' })
})
