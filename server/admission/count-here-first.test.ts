import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { afterEach, expect, test, vi } from 'vitest'
import { countHereFirst, Reachability } from './count-here-first'

const size = { points: 3, duration: 60 }
const patienceMs = 250
const backEnd = (onAway: (error: unknown) => void = () => {}) => new Reachability(patienceMs, onAway)
afterEach(() => {
  vi.useRealTimers()
})

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
  const onAway = vi.fn()
  const limiter = countHereFirst(shared, size, backEnd(onAway))
  expect(await passed(limiter, 1)).toBe(1)
  expect(await passed(limiter, 20)).toBe(2)
  expect(shared.consume).toHaveBeenCalledTimes(1)
  expect(onAway).toHaveBeenCalledTimes(1)
})

test('a back end that hangs is waited for by one request at a time, and asked by all once it answers', async () => {
  vi.useFakeTimers()
  let answers: (() => void)[] = []
  const shared = {
    consume: vi.fn(() => new Promise<RateLimiterRes>((resolve) => answers.push(() => resolve(new RateLimiterRes())))),
  }
  const onAway = vi.fn()
  const limiter = countHereFirst(shared, { points: 1_000, duration: 60 }, backEnd(onAway))
  const first = Promise.all([passed(limiter, 5), vi.advanceTimersByTimeAsync(patienceMs)])
  expect(await first).toEqual([5, expect.anything()])
  expect(shared.consume).toHaveBeenCalledTimes(5)
  expect(onAway).toHaveBeenCalledTimes(1)
  for (let cycle = 1; cycle <= 3; cycle++) {
    vi.advanceTimersByTime(3_000)
    answers = []
    const trying = limiter.consume('k')
    // None of them waits: no time passes.
    expect(await passed(limiter, 20)).toBe(20)
    expect(shared.consume).toHaveBeenCalledTimes(5 + cycle)
    if (cycle < 3) await vi.advanceTimersByTimeAsync(patienceMs)
    else for (const answer of answers) answer()
    await trying
    expect(onAway).toHaveBeenCalledTimes(Math.min(3, 1 + cycle))
  }
  const after = passed(limiter, 4)
  await vi.advanceTimersByTimeAsync(0)
  expect(shared.consume).toHaveBeenCalledTimes(8 + 4)
  for (const answer of answers) answer()
  await after
})
