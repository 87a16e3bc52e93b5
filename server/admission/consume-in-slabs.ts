import type { RateLimiterRes } from 'rate-limiter-flexible'
import type { Limiter } from './count-here-first'

interface Slab {
  left: number
  /** ms since 1970. */
  until: number
  /** Of the shared count, when the slab was taken. */
  remaining: number
}

/** Takes one point of the key's bucket; rejects with a RateLimiterRes where none is left. */
export type Consume = (key: string) => Promise<Pick<RateLimiterRes, 'remainingPoints' | 'msBeforeNext'>>

/**
 * Takes `size` points at once from the shared count and hands them out one by one, so that the back end is asked once for so many
 * requests of one key. What a process has left over when the window ends is lost to that key.
 *
 * @throws RateLimiterRes when the shared count has fewer left
 */
export function inSlabs(limiter: Limiter, size: number, mostKeys = 20_000): Consume {
  const slabs = new Map<string, Promise<Slab>>()
  const take = (key: string): Promise<Slab> => {
    const taking = limiter.consume(key, size).then(({ remainingPoints, msBeforeNext }) => {
      return { left: size, until: Date.now() + msBeforeNext, remaining: remainingPoints }
    })
    taking.catch(() => slabs.get(key) === taking && slabs.delete(key))
    slabs.delete(key)
    slabs.set(key, taking)
    const [oldest] = slabs.keys()
    if (slabs.size > mostKeys && oldest !== undefined) slabs.delete(oldest)
    return taking
  }
  return async (key) => {
    for (;;) {
      const present = slabs.get(key)
      const slab = await (present ?? take(key))
      if (slab.left > 0 && slab.until > Date.now()) {
        slab.left -= 1
        return { remainingPoints: slab.remaining + slab.left, msBeforeNext: slab.until - Date.now() }
      }
      if (slabs.get(key) === present) slabs.delete(key)
    }
  }
}
