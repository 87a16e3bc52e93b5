import { afterEach, expect, it, vi } from 'vitest'
import { type RedisServer, startRedis } from '@/launcher/testing/redis-server'
import { withinTime } from '@/server/platform/within-time'

/** Longer than any request may be held up by a Redis that hangs, ms. */
const heldUpMs = 1_500

let redis: RedisServer | undefined
afterEach(async () => {
  vi.unstubAllEnvs()
  await redis?.stop('SIGKILL')
})

async function open(url: string) {
  vi.resetModules()
  vi.stubEnv('REDIS_URL', url)
  vi.stubEnv('LOG_LEVEL', 'silent')
  return (await import('./open-limiters')).openSharedLimiters()
}

it('holds nobody up for long while Redis is frozen, and counts for all again when it is back', async ({ skip }) => {
  redis = await startRedis()
  if (!redis) return skip('no redis-server on this machine')
  const [here, other] = [await open(redis.url), await open(redis.url)]
  const remaining = async (limiters: typeof here) => (await limiters.engagement.consume('a')).remainingPoints
  await remaining(here)
  expect(await remaining(other)).toBe(118)
  process.kill(redis.pid, 'SIGSTOP')
  // Over more than one time of leaving it alone, everybody at once each time.
  for (const until = Date.now() + 8_000; Date.now() < until; ) {
    const crowd = Array.from({ length: 50 }, (_, at) => here['api-address'].consume(`address-${at}`))
    await withinTime(Promise.all(crowd), heldUpMs, 'a crowd')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  process.kill(redis.pid, 'SIGCONT')
  const areCountedTogether = async () => (await remaining(other)) - (await remaining(here))
  await expect.poll(areCountedTogether, { interval: 500, timeout: 30_000 }).toBe(1)
})

it('opens beside a Redis that is frozen already', async ({ skip }) => {
  redis = await startRedis()
  if (!redis) return skip('no redis-server on this machine')
  process.kill(redis.pid, 'SIGSTOP')
  const limiters = await withinTime(open(redis.url), 10_000)
  await withinTime(limiters.orders.consume('a'), heldUpMs)
  process.kill(redis.pid, 'SIGCONT')
})
