import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { cancelPortrait } from '@/server/portraits/cancel-portrait'
import { makeMaster, newOrder } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { store } from '@/server/storage/store'
import { expireRecords } from './expire-records'

const hours = 3_600_000
const ago = (ms: number) => new Date(Date.now() - ms)

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  await db.outboxEntry.deleteMany()
  await db.outboxEntry.createMany({
    data: [
      { topic: 'test', key: 'sent long ago', payload: {}, dispatchedAt: ago(25 * hours) },
      { topic: 'test', key: 'sent lately', payload: {}, dispatchedAt: ago(23 * hours) },
      { topic: 'test', key: 'waits for long', payload: {}, createdAt: ago(30 * hours) },
    ],
  })
})
afterEach(() => vi.restoreAllMocks())

it('throws away what was sent a day ago, also while the store is away, and nothing that waits', async () => {
  const person = await makePerson()
  const { id } = await newOrder(person)
  await cancelPortrait(id, person.id)
  await db.portraitOrder.update({ where: { id }, data: { finishedAt: ago(hours) } })
  const away = vi.spyOn(store, 'removeAll').mockRejectedValue(new Error('the store is away'))
  expect(await expireRecords()).toBe(false)
  expect(away).toHaveBeenCalled()
  const left = await db.outboxEntry.findMany({
    where: { topic: 'test' },
    orderBy: { id: 'asc' },
    select: { key: true },
  })
  expect(left.map(({ key }) => key)).toEqual(['sent lately', 'waits for long'])
})

it('throws away more sessions and guests than one statement takes', async () => {
  const person = await makePerson()
  await db.$executeRaw`
    INSERT INTO "Session" ("id", "personId", "token", "expiresAt", "updatedAt")
    SELECT 'old-' || n, ${person.id}, 'old-' || n, now() - interval '2 days', now() FROM generate_series(1, 4100) n`
  const guest = { isAnonymous: true, name: 'gone guest', createdAt: ago(48 * hours) }
  await db.person.createMany({
    data: Array.from({ length: 4_100 }, (_, at) => ({ ...guest, email: `gone-${at}@example.org` })),
  })
  expect(await expireRecords()).toBe(true)
  expect(await db.session.count({ where: { id: { startsWith: 'old-' } } })).toBe(0)
  expect(await db.person.count({ where: { name: guest.name } })).toBe(0)
})

it('looks again only at orders that ended since', async () => {
  const looking = vi.spyOn(store, 'removeAll')
  await expireRecords(ago(hours / 2))
  expect(looking).not.toHaveBeenCalled()
  expect(await expireRecords()).toBe(true)
  expect(looking).toHaveBeenCalled()
})
