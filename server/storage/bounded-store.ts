import { Bulkhead, type BulkheadRules } from '@/server/platform/bulkhead'
import { withinTime } from '@/server/platform/within-time'
import type { PictureStore } from './picture-store'

export interface Bounds extends BulkheadRules {
  /** Longest that anybody waits for one call, the time in line included, ms. */
  timeoutMs: number
}

/**
 * A store that may hang (a folder on a mount whose server is gone) behind a bulkhead and a time limit. Each call to such a folder holds a
 * thread of the process until the kernel gives it back, and nothing can call it back: so a place in the bulkhead is given up when its work
 * ends, not when its caller has gone. Lists, which sweepers alone ask for, one at a time, go past it.
 *
 * Throws what the store throws, ETIMEDOUT where it takes too long, and HouseError `unavailable` where too many wait already.
 */
export function boundedStore(store: PictureStore, { timeoutMs, ...rules }: Bounds): PictureStore {
  const bulkhead = new Bulkhead(rules)
  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    const latest = performance.now() + timeoutMs
    const turn = bulkhead.run(async () => {
      // Whoever has waited too long is gone.
      if (performance.now() >= latest) throw new Error('its turn came too late')
      return work()
    })
    return withinTime(turn, timeoutMs, 'the picture store')
  }
  return {
    write: (key, bytes) => within(() => store.write(key, bytes)),
    read: (key) => within(() => store.read(key)),
    size: (key) => within(() => store.size(key)),
    remove: (key) => within(() => store.remove(key)),
    removeAll: (folder) => within(() => store.removeAll(folder)),
    check: () => within(() => store.check()),
    list: (folder) => store.list(folder),
    presign: (key, expires) => store.presign(key, expires),
    prepare: () => store.prepare(),
  }
}
