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

it('looks again only at orders that ended since', async () => {
  const looking = vi.spyOn(store, 'removeAll')
  await expireRecords(ago(hours / 2))
  expect(looking).not.toHaveBeenCalled()
  expect(await expireRecords()).toBe(true)
  expect(looking).toHaveBeenCalled()
})
