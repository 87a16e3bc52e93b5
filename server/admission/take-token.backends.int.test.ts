import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { HouseError } from '@/server/platform/errors'
import { type Bucket, buckets } from './buckets'
import { inSlabs } from './consume-in-slabs'
import { openSharedLimiters } from './open-limiters'
import { takeToken, tryToken } from './take-token'

/** How many of these were let through, and why the others were not. */
async function settle(takings: Promise<unknown>[]) {
  const settled = await Promise.allSettled(takings)
  const refusals = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  return { passed: settled.length - refusals.length, refusals }
}
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

it('lets 10 of 50 orders through that one person places at once', async () => {
  const person = randomUUID()
  const { passed, refusals } = await settle(times(50, () => takeToken('orders', person)))
  expect(passed).toBe(10)
  for (const refusal of refusals) {
    expect(refusal).toBeInstanceOf(HouseError)
    expect(refusal).toMatchObject({
      code: 'too_many_orders',
      retryAfterSeconds: expect.any(Number),
      headers: {
        'RateLimit-Limit': '10',
        'RateLimit-Remaining': '0',
        'RateLimit-Reset': expect.stringMatching(/^\d+$/),
      },
    })
  }
  expect(await tryToken('orders', randomUUID())).toMatchObject({ limit: 10, remaining: 9 })
})

it('counts over all processes: each of two has limiters of its own, and they let 10 through together', async () => {
  const [one, other] = [await openSharedLimiters(), await openSharedLimiters()]
  const person = randomUUID()
  const takings = times(25, () => [one.orders.consume(person), other.orders.consume(person)]).flat()
  expect((await settle(takings)).passed).toBe(10)
})

it('lets a burst of 20 through from one address, and then 10 a second', async () => {
  const address = randomUUID()
  const began = Date.now()
  const { passed } = await settle(times(100, () => takeToken('order-address', address)))
  const windows = Math.floor((Date.now() - began) / 1_000) + 1
  expect(passed).toBeGreaterThanOrEqual(20)
  expect(passed).toBeLessThanOrEqual(10 + 10 * windows)
})

it('keeps addresses and buckets apart', async () => {
  const key = randomUUID()
  await settle(times(30, () => takeToken('orders', key)))
  for (const bucket of ['sign-in', 'sign-up', 'engagement', 'order-address', 'api-address'] satisfies Bucket[])
    await expect(takeToken(bucket, key)).resolves.toMatchObject({ limit: buckets[bucket].points })
  await expect(takeToken('orders', randomUUID())).resolves.toBeDefined()
})

it('asks the back end for many requests at once where a bucket is wide, and still holds its limit', async () => {
  const limiters = await openSharedLimiters()
  let asked = 0
  const limiter: typeof limiters.engagement = {
    consume: (...given) => {
      asked += 1
      return limiters.engagement.consume(...given)
    },
  }
  const [one, other] = [inSlabs(limiter, 20), inSlabs(limiter, 20)]
  const key = randomUUID()
  const { passed } = await settle(times(150, () => [one(key), other(key)]).flat())
  expect(passed).toBe(120)
  // Six slabs that were given, and refusals that came back while others were under way.
  expect(asked).toBeLessThan(60)
})
