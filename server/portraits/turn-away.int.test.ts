import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it, vi } from 'vitest'
import { queuePositionHeader, queueTokenHeader, type Rung } from '@/lib/contracts/admission'
import type { Viewer } from '@/server/accounts/viewer'
import { forgetReading } from '@/server/admission/admission'
import { forceRung } from '@/server/admission/force-rung'
import { watchPainting } from '@/server/admission/note-outcome'
import { writeQueueToken } from '@/server/admission/queue-token'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { Declined } from '@/server/queue/declined'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { cancelPortrait } from './cancel-portrait'
import { claimOrder } from './claim-order'
import { orderPortrait } from './order-portrait'
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

/** What one is given at the closed door. */
async function ticket(): Promise<string> {
  const refusal = await arrive(await newPhoto()).catch((error) => error)
  return refusal.headers[queueTokenHeader]
}

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
  await onRung(4)
  const token = await ticket()
  await onRung(3)
  await expect(arrive(photo)).resolves.toMatchObject({ rung: 3 })
  await vi.waitFor(async () => expect(await arrive(await newPhoto(), token)).toMatchObject({ rung: 3 }), 10_000)
})

it('calls who waited in the order of coming, keeps the place of who is not called yet, and takes a ticket once', async () => {
  await onRung(4)
  const token = await ticket()
  await onRung(3)
  const early = writeQueueToken({ number: 1_000_000 })
  const refusal = await arrive(await newPhoto(), early).catch((error) => error)
  expect(refusal).toMatchObject({ code: 'studio_closed', headers: { [queueTokenHeader]: early } })
  expect(Number(refusal.headers[queuePositionHeader])).toBeGreaterThan(900_000)
  const [guest, wish] = [
    await makePerson('GUEST'),
    async () => ({ key: randomUUID(), form: formOf(), photo: await newPhoto() }),
  ]
  const order = async () => orderPortrait({ viewer: guest, queueToken: token, ...(await wish()) })
  await vi.waitFor(async () => expect(await order()).toMatchObject({ status: 'QUEUED' }), 10_000)
  await expect(order()).rejects.toMatchObject({ code: 'no_turn' })
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

it('tries one order again and claims one of those in line, half open, and leaves the others where they are', async () => {
  await onRung(0)
  const able = { sizes: [512, 768], models: ['m 1'], warm: ['m 1'], provider: 'cpu', secondsPerMegapixel: 4 }
  const people = await Promise.all([makePerson('ARTIST'), makePerson('ARTIST'), makePerson('ARTIST')])
  await db.paintingOutcome.deleteMany()
  forgetReading()
  const orders = await Promise.all(people.map((person) => newOrder(person)))
  const ids = orders.map(({ id }) => id)
  for (const [at, { id }] of orders.slice(0, 2).entries()) await cancelPortrait(id, people[at]?.id ?? '')
  const failures = { ...{ modelName: 'm', modelVersion: '1' }, isFailure: true }
  await db.paintingOutcome.createMany({ data: Array.from({ length: 20 }, () => failures) })
  forgetReading()
  await expect(claimOrder(ids[2] ?? '', 'one', able)).rejects.toThrow(Declined)
  const longAgo = new Date(Date.now() - 6_000)
  await db.paintingOutcome.updateMany({ data: { at: longAgo } })
  forgetReading()
  const again = (at: number) => retryPortrait(ids[at] ?? '', people[at] ?? operator)
  await expect(again(0)).resolves.toMatchObject({ status: 'QUEUED' })
  await expect(again(1)).rejects.toMatchObject({ code: 'painter_busy' })
  expect((await readPortrait(ids[1] ?? '', people[1]?.id ?? ''))?.status).toBe('CANCELLED')
  const before = await db.portraitOrder.findUniqueOrThrow({ where: { id: ids[0] } })
  // What was tried before waits for what never was, and what is not the trial for how it ends.
  await expect(claimOrder(ids[0] ?? '', 'another', able)).rejects.toThrow(Declined)
  expect(await claimOrder(ids[2] ?? '', 'one', able)).toMatchObject({ id: ids[2] })
  await expect(claimOrder(ids[0] ?? '', 'another', able)).rejects.toThrow(Declined)
  expect(await db.portraitOrder.findUniqueOrThrow({ where: { id: ids[0] } })).toEqual(before)
})
