import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { cancelPortrait } from '@/server/portraits/cancel-portrait'
import { makeMaster, newOrder } from '@/server/portraits/testing/orders'
import { scrub } from '@/server/storage/scrub'
import { dropOldMonths } from './archive-months'
import { archiveRecords } from './archive-records'

const now = new Date('2027-06-15T12:00:00Z')
const daysBefore = (days: number) => new Date(now.getTime() - days * 86_400_000)
let artist: Viewer

async function endedOrder(daysAgo: number, status: 'CANCELLED' | 'FAILED' | 'PAINTED' | 'QUEUED') {
  const { id } = await newOrder(artist)
  const finishedAt = status === 'QUEUED' ? null : daysBefore(daysAgo)
  const { photoId } = await db.portraitOrder.findUniqueOrThrow({ where: { id } })
  // As good a painting as any: it is not looked at.
  const painting = status === 'PAINTED' ? { paintingId: photoId } : {}
  const failureCode = status === 'FAILED' ? 'gave_up' : null
  await db.portraitOrder.update({ where: { id }, data: { status, finishedAt, failureCode, ...painting } })
  return id
}
const partitions = async () =>
  (
    await db.$queryRaw<
      { name: string }[]
    >`SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'archive' ORDER BY 1`
  ).map(({ name }) => name)

beforeAll(async () => {
  artist = await makePerson('ARTIST')
  await makeMaster('test-style', 0)
})

it('orders that ended long ago without a portrait leave nothing but figures; everything else stays', async () => {
  const gone = [await endedOrder(91, 'CANCELLED'), await endedOrder(150, 'FAILED')]
  const kept = [await endedOrder(89, 'CANCELLED'), await endedOrder(400, 'PAINTED'), await endedOrder(0, 'QUEUED')]
  const files = await db.storedFile.count()
  expect(await archiveRecords(undefined, now)).toEqual({ orders: 2, audit: 0 })
  expect((await db.portraitOrder.findMany()).map(({ id }) => id).sort()).toEqual(kept.sort())
  const archived = await db.archivedOrder.findMany({ orderBy: { endedAt: 'desc' } })
  expect(archived.map(({ id, status, failureCode }) => ({ id, status, failureCode }))).toEqual([
    { id: gone[0], status: 'CANCELLED', failureCode: null },
    { id: gone[1], status: 'FAILED', failureCode: 'gave_up' },
  ])
  // Their photos went, and nobody else's.
  expect(await db.storedFile.count()).toBe(files - 2)
  expect(await db.picture.count()).toBe(3)
  expect(await scrub({ readShare: 1, graceMs: 0 })).toMatchObject({ missing: [], damaged: [], orphans: 0 })
  expect(await partitions()).toEqual(['ArchivedOrder_2027_01', 'ArchivedOrder_2027_03'])
  expect(await archiveRecords(undefined, now)).toEqual({ orders: 0, audit: 0 })
})

it('one that its artist has cancelled is an order like any other until then', async () => {
  const { id } = await newOrder(artist)
  await cancelPortrait(id, artist.id)
  expect(await archiveRecords()).toEqual({ orders: 0, audit: 0 })
  expect(await db.portraitOrder.count({ where: { id } })).toBe(1)
})

it('audit entries move a month at a time, each into its own part', async () => {
  const entry = (days: number) => ({
    action: `${days}`,
    subjectType: 'b',
    subjectId: 'c',
    detail: { days },
    createdAt: daysBefore(days),
  })
  await db.auditEntry.deleteMany()
  await db.portraitOrder.deleteMany()
  await db.auditEntry.createMany({ data: [366, 380, 500, 364, 1].map(entry) })
  expect(await archiveRecords(undefined, now)).toEqual({ orders: 0, audit: 3 })
  expect((await db.auditEntry.findMany({ orderBy: { createdAt: 'asc' } })).map(({ action }) => action)).toEqual([
    '364',
    '1',
  ])
  const archived = await db.archivedAuditEntry.findMany({ orderBy: { createdAt: 'asc' } })
  expect(archived.map(({ detail }) => detail)).toEqual([{ days: 500 }, { days: 380 }, { days: 366 }])
  expect(await partitions()).toContain('ArchivedAuditEntry_2026_01')
})

it('months that are over are dropped whole', async () => {
  expect(await dropOldMonths('ArchivedOrder', 5, now)).toEqual([])
  expect(await dropOldMonths('ArchivedOrder', 4, now)).toEqual(['ArchivedOrder_2027_01'])
  expect(await db.archivedOrder.count()).toBe(1)
})

it('asks the part of a month alone for what is of that month', async () => {
  const range = `"endedAt" >= '2027-03-01' AND "endedAt" < '2027-04-01'`
  await db.$executeRawUnsafe(
    `CREATE TABLE "archive"."ArchivedOrder_2027_04" PARTITION OF "ArchivedOrder" FOR VALUES FROM ('2027-04-01') TO ('2027-05-01')`,
  )
  const plan = await db.$queryRawUnsafe<Record<string, string>[]>(
    `EXPLAIN SELECT * FROM "ArchivedOrder" WHERE ${range}`,
  )
  const text = JSON.stringify(plan)
  expect(text).toContain('ArchivedOrder_2027_03')
  expect(text).not.toContain('ArchivedOrder_2027_04')
})
