import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { completeOrder } from './complete-order'
import { deletePortrait } from './delete-portrait'
import { orderPortrait } from './order-portrait'
import { claimed, formOf, makeMaster, newPhoto, painting } from './testing/orders'

const rowOf = (id: string) =>
  db.portraitOrder.findUniqueOrThrow({ where: { id }, include: { photo: true, painting: true } })

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

/** Somebody whose order is painted, with its file. */
async function somebodyPainted(viewer: Viewer, style = 'test-style') {
  const file = await newPhoto()
  const { id } = await orderPortrait({ viewer, key: randomUUID(), form: formOf({ style }), photo: file })
  await completeOrder(await claimed(id), await painting())
  return { file, first: await rowOf(id) }
}

it('writes of a known photo and of its file the same rows as the long way, each with pictures of its own', async () => {
  const viewer = await makePerson()
  const { file, first } = await somebodyPainted(viewer)
  const order = async (photo: string | Uint8Array) => {
    const { id } = await orderPortrait({ viewer, key: randomUUID(), form: formOf(), photo })
    return rowOf(id)
  }
  const [known, sent] = [await order(first.photoId), await order(file)]
  // So near to its end their space has to be measured, and the order goes alone.
  await db.person.update({ where: { id: viewer.id }, data: { quotaMiB: 100 } })
  const alone = await order(file)
  const own = { id: expect.any(String), createdAt: expect.any(Date) }
  const picture = (of: object | null) => ({ ...of, ...own })
  for (const short of [known, sent])
    expect(short).toEqual({
      ...alone,
      ...own,
      idempotencyKey: expect.any(String),
      photoId: expect.any(String),
      paintingId: expect.any(String),
      photo: picture(alone.photo),
      painting: picture(alone.painting),
      queuedAt: expect.any(Date),
      finishedAt: expect.any(Date),
      updatedAt: expect.any(Date),
    })
  const all = [first, known, sent, alone]
  expect(new Set(all.flatMap(({ photoId, paintingId }) => [photoId, paintingId])).size).toBe(8)
  const told = await db.notice.findMany({ where: { personId: viewer.id }, orderBy: { id: 'asc' } })
  expect(told.map(({ content, about }) => ({ content, about }))).toEqual(
    all.map(({ id }) => ({ content: { kind: 'portrait-done', orderId: id }, about: `portrait:${id}` })),
  )
  expect(await db.outboxEntry.count({ where: { payload: { path: ['orderId'], equals: known.id } } })).toBe(0)
})

it('gives each of many who come at once an order of their own, and one key one order', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => makePerson()))
  const painted = await Promise.all(people.map((viewer) => somebodyPainted(viewer)))
  const key = randomUUID()
  const orders = people.flatMap((viewer, index) => {
    const { first, file } = painted[index] as (typeof painted)[number]
    const order = (own: string, photo: string | Uint8Array) =>
      orderPortrait({ viewer, key: own, form: formOf(), photo })
    return [order(key, first.photoId), order(key, first.photoId), order(randomUUID(), file)]
  })
  const ids = (await Promise.all(orders)).map(({ id }) => id)
  expect(new Set(ids).size).toBe(24)
  expect(await db.portraitOrder.count({ where: { id: { in: ids }, status: 'PAINTED' } })).toBe(24)
})

it('keeps the file that was sent, whoever deletes the last order of it in that moment', async () => {
  const [viewer, other] = [await makePerson(), await makePerson()]
  for (let round = 0; round < 5; round++) {
    const { file, first } = await somebodyPainted(viewer)
    const order = orderPortrait({ viewer: other, key: randomUUID(), form: formOf(), photo: file })
    const [{ id }] = await Promise.all([order, deletePortrait(first.id, viewer.id)])
    const { photo } = await rowOf(id)
    expect(await store.read(fileKey(photo.fileSha256))).not.toBeNull()
  }
})

it('is refused where the photo is gone, and another one at the same moment is not', async () => {
  const [viewer, other] = [await makePerson(), await makePerson()]
  const [mine, theirs] = [await somebodyPainted(viewer), await somebodyPainted(other)]
  await deletePortrait(mine.first.id, viewer.id)
  const [refused, kept] = await Promise.allSettled([
    orderPortrait({ viewer, key: randomUUID(), form: formOf(), photo: mine.first.photoId }),
    orderPortrait({ viewer: other, key: randomUUID(), form: formOf(), photo: theirs.first.photoId }),
  ])
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'photo_gone' } })
  expect(kept).toMatchObject({ status: 'fulfilled', value: { status: 'PAINTED' } })
})

it('is painted in the manner of a work that hangs, until that is gone', async () => {
  const viewer = await makePerson()
  const style = await makeArtwork()
  const { first } = await somebodyPainted(viewer, style)
  const order = () => orderPortrait({ viewer, key: randomUUID(), form: formOf({ style }), photo: first.photoId })
  expect(await order()).toMatchObject({ status: 'PAINTED', style: { id: style } })
  await db.artwork.update({ where: { id: style }, data: { visibility: 'PRIVATE' } })
  await expect(order()).rejects.toMatchObject({ code: 'style_unknown' })
})
