import { beforeAll, expect, test, vi } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { listEasels } from '@/server/easels/list-easels'
import { readEaselPreview } from '@/server/easels/read-easel-preview'
import { isPortraitShown, showPortrait } from '@/server/easels/show-portrait'
import { db } from '@/server/platform/db'
import { cancelPortrait } from '@/server/portraits/cancel-portrait'
import { recordProgress } from '@/server/portraits/record-progress'
import { claimed, makeMaster, newOrder } from '@/server/portraits/testing/orders'

const waiting = { timeout: 20_000 }

beforeAll(() => makeMaster('test-style', 0))

test('a portrait is shown while it is painted, stroke by stroke, only if its artist wishes, and not a moment longer', async () => {
  const person = await makePerson('GUEST')
  const { id: orderId } = await newOrder(person)
  const claim = await claimed(orderId)
  const paint = (stage: 'sketch' | 'painting', picture: string) =>
    recordProgress(claim, { stage, progress: 0.5, loss: null, preview: Buffer.from(picture) })
  await paint('sketch', 'first')
  expect(await isPortraitShown(orderId, person.id)).toEqual({ isShown: false })
  expect(await listEasels()).toEqual([])

  await showPortrait({ orderId, personId: person.id, isShown: true })
  await vi.waitFor(async () => expect(await listEasels()).toHaveLength(1), waiting)
  const [easel] = await listEasels()
  const id = easel?.id ?? ''
  expect(JSON.stringify(easel)).not.toContain(orderId)
  expect(JSON.stringify(easel)).not.toContain(person.id)
  expect((await readEaselPreview(id)).toString()).toBe('first')
  await paint('painting', 'second')
  expect((await readEaselPreview(id)).toString()).toBe('second')
  await vi.waitFor(async () => expect((await listEasels())[0]?.sequence).toBe(2), waiting)

  await showPortrait({ orderId, personId: person.id, isShown: false })
  await expect(readEaselPreview(id)).rejects.toMatchObject({ code: 'not_found' })
  await vi.waitFor(async () => expect(await listEasels()).toEqual([]), waiting)

  // Shown again it has another address, and the end of the painting ends the showing.
  await showPortrait({ orderId, personId: person.id, isShown: true })
  const { showId } = await db.portraitOrder.findUniqueOrThrow({ where: { id: orderId } })
  expect(showId).not.toBe(id)
  await cancelPortrait(orderId, person.id)
  await expect(readEaselPreview(showId ?? '')).rejects.toMatchObject({ code: 'not_found' })
})

test('nobody shows another’s portrait', async () => {
  const [person, other] = [await makePerson('GUEST'), await makePerson('GUEST')]
  const { id: orderId } = await newOrder(person)
  const wish = { orderId, personId: other.id, isShown: true }
  await expect(showPortrait(wish)).rejects.toMatchObject({ code: 'not_found' })
  await expect(isPortraitShown(orderId, other.id)).rejects.toMatchObject({ code: 'not_found' })
  expect((await db.portraitOrder.findUniqueOrThrow({ where: { id: orderId } })).showId).toBeNull()
})
