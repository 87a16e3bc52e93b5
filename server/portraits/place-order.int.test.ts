import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { orderPortrait } from './order-portrait'
import { KeyTaken, placeOrder } from './place-order'
import { formOf, makeMaster, newOrder, newPhoto } from './testing/orders'

const rowOf = (id: string) => db.portraitOrder.findUniqueOrThrow({ where: { id } })
const traces = async ({ id: personId }: Viewer) => ({
  orders: await db.portraitOrder.count({ where: { personId } }),
  pictures: await db.picture.count({ where: { ownerId: personId } }),
  jobs: await db.outboxEntry.count(),
})

/** Places an order as another one of this person's was placed, with changes. */
async function placeAnew(orderId: string, changes: { idempotencyKey?: string; pictureId?: string } = {}) {
  const { personId, cacheKey, styleId, strength, longSide, photoId } = await rowOf(orderId)
  const { idempotencyKey = randomUUID(), pictureId = photoId } = changes
  // What is left open gets its default.
  const columns = { personId, cacheKey, styleId, strength, longSide, idempotencyKey, strokes: undefined }
  const placing = { photo: { sha256: '', pictureId }, isQueued: true, newcomerTurn: null }
  return db.$transaction((tx) => placeOrder(tx, columns, placing))
}

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

it('writes an order with its photo, its place in the line and its job', async () => {
  const viewer = await makePerson()
  const [first, second] = [await newOrder(viewer), await newOrder(viewer, { strength: 0.3, keepColours: true })]
  const row = await rowOf(second.id)
  expect(row).toMatchObject({ status: 'QUEUED', turn: 2, leaderId: null, attempt: 0, strength: 0.3, keepColours: true })
  expect(row).toMatchObject({ quality: 'PAINTING', styleId: 'test-style', blendStyleId: null, wishedQuality: null })
  // Columns without a zone hold UTC, whoever wrote them.
  expect(Math.abs(row.updatedAt.getTime() - row.createdAt.getTime())).toBeLessThan(60_000)
  expect(await db.picture.findUniqueOrThrow({ where: { id: row.photoId } })).toMatchObject({ ownerId: viewer.id })
  const jobs = await db.outboxEntry.findMany({ orderBy: { id: 'asc' } })
  expect(jobs).toMatchObject([
    { topic: 'paint-portrait', key: `paint-${first.id}-0`, payload: { orderId: first.id }, priority: 1 },
    { topic: 'paint-portrait', key: `paint-${second.id}-0`, payload: { orderId: second.id }, priority: 2 },
  ])
})

it('lets one wait for another of the same wish, and sends no job for it', async () => {
  const viewer = await makePerson()
  const { id } = await newOrder(viewer)
  const before = await traces(viewer)
  expect(await placeAnew(id)).toMatchObject({ leaderId: id })
  expect(await traces(viewer)).toEqual({ orders: before.orders + 1, pictures: before.pictures + 1, jobs: before.jobs })
})

it('leaves nothing behind where the key is taken, or the photo gone', async () => {
  const viewer = await makePerson()
  const { id } = await newOrder(viewer)
  const before = await traces(viewer)
  const { idempotencyKey } = await rowOf(id)
  await expect(placeAnew(id, { idempotencyKey })).rejects.toThrow(KeyTaken)
  await expect(placeAnew(id, { pictureId: randomUUID() })).rejects.toMatchObject({ code: 'photo_gone' })
  expect(await traces(viewer)).toEqual(before)
})

it('makes one order of one key, however often and whatever photo it comes with at once', async () => {
  for (let round = 0; round < 4; round++) {
    const viewer = await makePerson()
    const key = randomUUID()
    const photos = await Promise.all([newPhoto(), newPhoto(), newPhoto()])
    // One is under way already: some would wait for it, others be painted, and so they take different locks.
    await newOrder(await makePerson(), {}, photos[0])
    const orders = [...photos, ...photos].map((photo) => orderPortrait({ viewer, key, form: formOf(), photo }))
    const ids = (await Promise.all(orders)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(1)
    expect(await traces(viewer)).toMatchObject({ orders: 1, pictures: 1 })
  }
})
