import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
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

it('writes of a known photo and of its file the same rows, each with pictures of its own', async () => {
  const viewer = await makePerson()
  const { file, first } = await somebodyPainted(viewer)
  const order = (photo: string | Uint8Array) => orderPortrait({ viewer, key: randomUUID(), form: formOf(), photo })
  const [known, sent] = [await order(first.photoId), await order(file)]
  expect(known).toMatchObject({ status: 'PAINTED', progress: 1 })
  const [short, long] = [await rowOf(known.id), await rowOf(sent.id)]
  const own = { id: expect.any(String), createdAt: expect.any(Date) }
  const picture = (of: object | null) => ({ ...of, ...own })
  expect(short).toEqual({
    ...long,
    ...own,
    idempotencyKey: expect.any(String),
    photoId: expect.any(String),
    paintingId: expect.any(String),
    photo: picture(long.photo),
    painting: picture(long.painting),
    queuedAt: expect.any(Date),
    finishedAt: expect.any(Date),
    updatedAt: expect.any(Date),
  })
  const pictures = [first, short, long].flatMap(({ photoId, paintingId }) => [photoId, paintingId])
  expect(new Set(pictures).size).toBe(6)
  const told = await db.notice.findMany({ where: { personId: viewer.id }, orderBy: { id: 'asc' } })
  expect(told.map(({ content, about }) => ({ content, about }))).toEqual(
    [first, short, long].map(({ id }) => ({
      content: { kind: 'portrait-done', orderId: id },
      about: `portrait:${id}`,
    })),
  )
  expect(await db.outboxEntry.count({ where: { payload: { path: ['orderId'], equals: known.id } } })).toBe(0)
})

it('gives each of many who come at once an order of their own, and one key one order', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => makePerson()))
  const painted = await Promise.all(people.map((viewer) => somebodyPainted(viewer)))
  const key = randomUUID()
  const orders = people.flatMap((viewer, index) => {
    const photo = painted[index]?.first.photoId ?? ''
    const order = (own: string) => orderPortrait({ viewer, key: own, form: formOf(), photo })
    return [order(key), order(key), order(randomUUID())]
  })
  const ids = (await Promise.all(orders)).map(({ id }) => id)
  expect(new Set(ids).size).toBe(24)
  expect(await db.portraitOrder.count({ where: { id: { in: ids }, status: 'PAINTED' } })).toBe(24)
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
