import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { expect, test, vi } from 'vitest'
import { countHereFirst } from './count-here-first'

const size = { points: 3, duration: 60 }
const backEnd = () => ({ awayUntil: 0, onAway: vi.fn() })

async function passed(limiter: { consume(key: string): Promise<unknown> }, times: number): Promise<number> {
  const all = await Promise.allSettled(Array.from({ length: times }, () => limiter.consume('k')))
  return all.filter(({ status }) => status === 'fulfilled').length
}

test('what this process alone has used up is refused without asking anybody', async () => {
  const shared = { consume: vi.fn(async () => new RateLimiterRes()) }
  expect(await passed(countHereFirst(shared, size, backEnd()), 20)).toBe(3)
  expect(shared.consume).toHaveBeenCalledTimes(3)
})

test('two processes give no more than the shared count has, and a refusal uses nothing up', async () => {
  const shared = new RateLimiterMemory(size)
  const [one, other] = [countHereFirst(shared, size, backEnd()), countHereFirst(shared, size, backEnd())]
  expect((await passed(one, 2)) + (await passed(other, 5))).toBe(3)
  await shared.delete('k')
  expect(await passed(other, 5)).toBe(2)
})

test('a back end that is away is asked once, and each process holds the limit by itself', async () => {
  const shared = { consume: vi.fn(() => Promise.reject(new Error('away'))) }
  const reachability = backEnd()
  const limiter = countHereFirst(shared, size, reachability)
  expect(await passed(limiter, 1)).toBe(1)
  expect(await passed(limiter, 20)).toBe(2)
  expect(shared.consume).toHaveBeenCalledTimes(1)
  expect(reachability.onAway).toHaveBeenCalledTimes(1)
  expect(reachability.awayUntil).toBeGreaterThan(Date.now())
})
