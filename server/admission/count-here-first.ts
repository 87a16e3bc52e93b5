import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { withinTime } from '@/server/platform/within-time'
import type { BucketSize } from './buckets'

/** The one thing that is asked of a limiter. Rejects with a RateLimiterRes where nothing is left. */
export interface Limiter {
  consume(key: string, points?: number): Promise<RateLimiterRes>
}

/** A back end that did not answer is left alone for so long, ms: not every request has to find out by itself. */
const leaveAloneMs = 3_000

/**
 * Whether a back end answers, for all of its limiters. Once it has not, it is left alone, and then asked by one request at a time until
 * it answers again.
 */
export class Reachability {
  /** ms since 1970; null while it answers. */
  private awayUntil: number | null = null
  private isTrying = false

  /** @param patienceMs how long a request waits for it, ms */
  constructor(
    private readonly patienceMs: number,
    private readonly onAway: (error: unknown) => void,
  ) {}

  /**
   * What the back end answers.
   *
   * @returns null where it was not asked or did not answer in time
   * @throws {RateLimiterRes} where it says that nothing is left
   */
  async ask<T>(question: () => Promise<T>): Promise<T | null> {
    const isTrial = this.awayUntil !== null
    if (this.awayUntil !== null && (this.isTrying || Date.now() < this.awayUntil)) return null
    if (isTrial) this.isTrying = true
    try {
      const answer = await this.patiently(question())
      if (isTrial) this.awayUntil = null
      return answer
    } catch (error) {
      if (error instanceof RateLimiterRes) {
        if (isTrial) this.awayUntil = null
        throw error
      }
      // Of all that were under way when it went, one says so.
      if (isTrial || this.awayUntil === null) {
        this.awayUntil = Date.now() + leaveAloneMs
        this.onAway(error)
      }
      return null
    } finally {
      if (isTrial) this.isTrying = false
    }
  }

  /** In two halves: where this process itself was held up, an answer that lies there is read before the second one ends. */
  private async patiently<T>(answer: Promise<T>): Promise<T> {
    const half = () => withinTime(answer, this.patienceMs / 2, 'the count of all processes')
    return half().catch((error) => {
      if (error?.code !== 'ETIMEDOUT') throw error
      return half()
    })
  }
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
  const orGiveBack = <T>(key: string, count: number, consuming: Promise<T>): Promise<T> =>
    consuming.catch(async (error) => {
      if (error instanceof RateLimiterRes) await here.reward(key, count)
      throw error
    })
  return {
    async consume(key, count = 1) {
      const counted = await orGiveBack(key, count, here.consume(key, count))
      const answer = reachability.ask(() => shared.consume(key, count))
      return (await orGiveBack(key, count, answer)) ?? counted
    },
  }
}
