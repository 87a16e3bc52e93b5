import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { BucketSize } from './buckets'

/** The one thing that is asked of a limiter. Rejects with a RateLimiterRes where nothing is left. */
export interface Limiter {
  consume(key: string, points?: number): Promise<RateLimiterRes>
}

/** A back end that did not answer is left alone for so long, ms: not every request has to find out by itself. */
const leaveAloneMs = 3_000

/** Of a back end, for all of its limiters. */
export interface Reachability {
  /** ms since 1970. */
  awayUntil: number
  onAway(error: unknown): void
}

/**
 * Counts in this process before it asks the shared count: whoever has used up everything here has used it up everywhere, and costs the
 * back end nothing more. While the back end is away each process counts for itself: a limit a little too wide beats a closed door.
 */
export function countHereFirst(
  shared: Limiter,
  { points, duration }: Pick<BucketSize, 'points' | 'duration'>,
  reachability: Reachability,
): Limiter {
  const here = new RateLimiterMemory({ points, duration })
  /** What is refused uses nothing up, here or there; the library alone would count it. */
  const orGiveBack = (key: string, count: number, consuming: Promise<RateLimiterRes>) =>
    consuming.catch(async (error) => {
      if (error instanceof RateLimiterRes) await here.reward(key, count)
      throw error
    })
  return {
    async consume(key, count = 1) {
      const counted = await orGiveBack(key, count, here.consume(key, count))
      if (Date.now() < reachability.awayUntil) return counted
      try {
        return await orGiveBack(key, count, shared.consume(key, count))
      } catch (error) {
        if (error instanceof RateLimiterRes) throw error
        reachability.awayUntil = Date.now() + leaveAloneMs
        reachability.onAway(error)
        return counted
      }
    },
  }
}
