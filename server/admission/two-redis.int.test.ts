import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { afterEach, expect, it, vi } from 'vitest'
import { startRedis } from '@/launcher/testing/redis-server'

const addresses = 30_000
const atOnce = 50
const orders = 500
const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

/** A Redis of its own with so little memory that a flood fills it; null where this machine has none. */
async function openSmall(policy: 'noeviction' | 'allkeys-lru') {
  const server = await startRedis()
  if (!server) return null
  const client = new Redis(server.url, { maxRetriesPerRequest: null })
  endings.push(server.stop, () => client.disconnect())
  await client.config('SET', 'maxmemory-policy', policy)
  await client.config('SET', 'maxmemory', '3mb')
  return { url: server.url, client }
}

/** A queue with an order in it: BullMQ has made what it needs. */
async function openQueue(connection: Redis) {
  const queue = new Queue('orders', { connection })
  endings.push(() => queue.close())
  await queue.add('paint', {}, { jobId: 'before-the-flood' })
  return queue
}

/** Orders after the flood: all of them, or the first that cannot be queued rejects. */
async function queueOrders(queue: Queue) {
  for (let at = 0; at < orders; at++) await queue.add('paint', {}, { jobId: `after-the-flood-${at}` })
}

/** Passwords tried from so many addresses, as a botnet does, each counted by the house's own limiter for a minute. */
async function flood(queueUrl: string, cacheUrl: string | undefined) {
  vi.resetModules()
  vi.stubEnv('REDIS_URL', queueUrl)
  vi.stubEnv('REDIS_CACHE_URL', cacheUrl)
  vi.stubEnv('LOG_LEVEL', 'silent')
  const { openSharedLimiters } = await import('./open-limiters')
  const { 'sign-in': limiter } = await openSharedLimiters()
  // Few at a time: what Redis holds for commands under way counts as its memory, and is free again a moment later.
  for (let first = 0; first < addresses; first += atOnce) {
    const knock = (_: unknown, next: number) => limiter.consume(`address:2001:db8:${(first + next).toString(16)}::`)
    await Promise.all(Array.from({ length: atOnce }, knock))
  }
}

const stat = async (client: Redis, name: string) =>
  Number(new RegExp(`${name}:(\\d+)`).exec(await client.info('all'))?.[1])

it('counts a flood of addresses where the quiet ones are forgotten, and leaves the queue its memory', async ({
  skip,
}) => {
  const [queueRedis, cache] = [await openSmall('noeviction'), await openSmall('allkeys-lru')]
  if (!queueRedis || !cache) return skip('no redis-server on this machine')
  const queue = await openQueue(queueRedis.client)
  const keys = await queueRedis.client.dbsize()
  await flood(queueRedis.url, cache.url)
  expect(await stat(cache.client, 'evicted_keys')).toBeGreaterThan(0)
  expect(await queueRedis.client.dbsize()).toBe(keys)
  await queueOrders(queue)
})

it('would fill the queue otherwise: with one Redis orders cannot be queued after the flood', async ({ skip }) => {
  const only = await openSmall('noeviction')
  if (!only) return skip('no redis-server on this machine')
  const queue = await openQueue(only.client)
  await flood(only.url, undefined)
  await expect(queueOrders(queue)).rejects.toThrow(/OOM/)
})
