import { cacheFigures } from '@/server/cache/named-cache'
import { counter, gauge } from './registry'

const looks = counter('vernissage_catalogue_cache_total', 'Looks into the caches of what everybody reads.', [
  'cache',
  'result',
])
const fills = counter('vernissage_catalogue_cache_fills_total', 'Answers that were made for them.', ['cache', 'result'])
const bytes = gauge('vernissage_catalogue_cache_bytes', 'What they hold.', ['cache'])

/** Takes over what the caches have counted since the process started. */
export function refreshCacheMetrics(): void {
  looks.reset()
  fills.reset()
  for (const { name: cache, hits, misses, lastGood, fills: all, failures, bytes: held } of cacheFigures()) {
    looks.inc({ cache, result: 'hit' }, hits)
    looks.inc({ cache, result: 'last_good' }, lastGood)
    looks.inc({ cache, result: 'miss' }, misses - lastGood)
    fills.inc({ cache, result: 'failed' }, failures)
    fills.inc({ cache, result: 'filled' }, all - failures)
    bytes.set({ cache }, held)
  }
}
