import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { setFavourite } from '@/server/engagement/set-favourite'
import { setLike } from '@/server/engagement/set-like'
import { db } from '@/server/platform/db'
import { cancelPortrait } from '@/server/portraits/cancel-portrait'
import { completeOrder } from '@/server/portraits/complete-order'
import { failOrder } from '@/server/portraits/fail-order'
import { hangPortrait } from '@/server/portraits/hang-portrait'
import { claimed, makeMaster, newOrder, painting } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { checkHistory } from './check-history'
import { History } from './history'
import type { Outcome } from './operation'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
const house = {
  dataFolder: process.env.VERNISSAGE_DATA ?? '',
  query: async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await pool.query<T>(sql, values)).rows,
}
const at = { invokedAt: 1, endedAt: 2, status: 200 }
let history: History

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})
beforeEach(() => {
  history = new History()
})
afterAll(() => pool.end())

const problems = async (options = {}) =>
  (await checkHistory(house, history, { endMs: 0, quiescenceMs: 100, ...options })).problems
const keyOf = async (id: string) => (await db.portraitOrder.findUniqueOrThrow({ where: { id } })).idempotencyKey

async function painted() {
  const viewer = await makePerson()
  const order = await newOrder(viewer)
  await completeOrder(await claimed(order.id), await painting())
  history.add({ kind: 'order', key: await keyOf(order.id), orderId: order.id, outcome: 'ok', ...at })
  return { viewer, orderId: order.id }
}

async function liked(outcome: Outcome, isThere: boolean) {
  const [artworkId, { id: personId }] = [await makeArtwork(), await makePerson('GUEST')]
  if (isThere) await setLike({ personId, artworkId, liked: true })
  history.add({ kind: 'like', personId, artworkId, isSet: true, outcome, ...at })
  return { personId, artworkId }
}

test('finds nothing where everything is as it was acknowledged', async () => {
  const { personId, artworkId } = await liked('ok', true)
  await setFavourite({ personId, artworkId, kept: true })
  history.add({ kind: 'favourite', personId, artworkId, isSet: true, outcome: 'ok', ...at })
  const { viewer, orderId } = await painted()
  await hangPortrait(orderId, viewer, { title: 'Me', description: '' })
  history.add({ kind: 'hanging', orderId, outcome: 'ok', ...at })
  expect(await problems()).toEqual([])
})

test('finds an acknowledged like that is gone, and one that nobody gave', async () => {
  await liked('ok', false)
  expect(await problems()).toEqual([expect.stringContaining('was acknowledged and is gone')])
  history = new History()
  const { personId } = await liked('fail', false)
  await setLike({ personId, artworkId: await makeArtwork(), liked: true })
  expect(await problems()).toEqual([expect.stringContaining('nobody asked')])
})

test('takes a like in doubt either way', async () => {
  await liked('unknown', true)
  await liked('unknown', false)
  expect(await problems()).toEqual([])
})

test('finds a count that is not that of the rows', async () => {
  const { artworkId } = await liked('ok', true)
  await db.artwork.update({ where: { id: artworkId }, data: { likeCount: 2 } })
  expect(await problems()).toEqual([expect.stringContaining('counts 2/0, rows 1/0')])
  await db.artwork.update({ where: { id: artworkId }, data: { likeCount: 1 } })
})

test('finds an accepted order that is gone, has not ended, or has lost its file', async () => {
  history.add({ kind: 'order', key: 'never-there', orderId: crypto.randomUUID(), outcome: 'ok', ...at })
  expect(await problems()).toEqual([expect.stringContaining('accepted, and gone')])
  history = new History()
  const viewer = await makePerson()
  const open = await newOrder(viewer)
  history.add({ kind: 'order', key: await keyOf(open.id), orderId: open.id, outcome: 'ok', ...at })
  expect(await problems()).toEqual([expect.stringContaining('still QUEUED')])
  expect(await problems({ mayBeUnfinished: true })).toEqual([])
  await cancelPortrait(open.id, viewer.id)
  history = new History()
  const { orderId } = await painted()
  const { painting: picture } = await db.portraitOrder.findUniqueOrThrow({
    where: { id: orderId },
    include: { painting: true },
  })
  await store.remove(fileKey(picture?.fileSha256 ?? ''))
  expect(await problems()).toEqual([expect.stringContaining("the painting's file is missing")])
})

test('finds an accepted order that failed or was cancelled, unless orders are spoiled on purpose', async () => {
  const viewer = await makePerson()
  for (const end of ['FAILED', 'CANCELLED'] as const) {
    const { id } = await newOrder(viewer)
    if (end === 'FAILED') await failOrder(await claimed(id), 'painter_failed')
    else await cancelPortrait(id, viewer.id)
    history = new History()
    history.add({ kind: 'order', key: await keyOf(id), orderId: id, outcome: 'ok', ...at })
    expect(await problems()).toEqual([expect.stringContaining(`accepted, and ${end}`)])
    expect(await problems({ mayFail: true })).toEqual([])
  }
})

test('finds an order that was refused and is there, and two ids for one key', async () => {
  const { id } = await newOrder(await makePerson())
  const key = await keyOf(id)
  history.add({ kind: 'order', key, outcome: 'fail', ...at })
  expect(await problems({ mayBeUnfinished: true })).toEqual([expect.stringContaining('refused, and there')])
  history = new History()
  for (const orderId of [id, crypto.randomUUID()]) history.add({ kind: 'order', key, orderId, outcome: 'ok', ...at })
  expect(await problems({ mayBeUnfinished: true })).toEqual([expect.stringContaining('answered with 2 ids')])
})

test('finds a hanging that is gone, and one in two places', async () => {
  const { viewer, orderId } = await painted()
  history.add({ kind: 'hanging', orderId, outcome: 'ok', ...at })
  expect(await problems()).toEqual([expect.stringContaining('0 places')])
  const { artworkId } = await hangPortrait(orderId, viewer, { title: 'Me', description: '' })
  expect(await problems()).toEqual([])
  const room = await db.hanging.findFirstOrThrow({ where: { artworkId } })
  await db.hanging.create({ data: { artworkId, roomId: (await otherRoom()).id, wall: room.wall, slot: 99 } })
  expect(await problems()).toEqual([expect.stringContaining('2 places')])
})

async function otherRoom() {
  const titles = { titleEn: 'Other', titleZh: '另', slug: `other-${crypto.randomUUID()}` }
  const exhibition = await db.exhibition.create({ data: titles })
  return db.room.create({ data: { exhibitionId: exhibition.id, position: 0, nameEn: 'R', nameZh: '室', plan: {} } })
}
