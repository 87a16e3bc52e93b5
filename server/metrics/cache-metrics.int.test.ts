import { expect, it } from 'vitest'
import { namedCache } from '@/server/cache/named-cache'
import { refreshCacheMetrics } from './cache-metrics'
import { beforeScrape, scrape } from './scrape'
import { readSample } from './testing/read-sample'

it('tells what the caches have counted, however often it is asked', async () => {
  beforeScrape('caches', refreshCacheMetrics)
  const rules = { name: 'of-the-test', mostBytes: 1_000, freshMs: 60_000, limitMs: 1_000, lastGoodMs: 60_000 }
  const cache = namedCache<string>(rules)
  const fill = async () => ({ value: 'answer', tags: [], bytes: 100 })
  await cache.read('question', fill)
  await cache.read('question', fill)
  await scrape()
  const text = await scrape()
  const looks = (result: string) =>
    readSample(text, 'vernissage_catalogue_cache_total', { cache: 'of-the-test', result })
  const { hits, misses } = cache.figures
  expect([looks('hit'), looks('miss'), looks('last_good')]).toEqual([hits, misses, 0])
  expect(hits + misses).toBe(2)
  expect(readSample(text, 'vernissage_catalogue_cache_bytes', { cache: 'of-the-test' })).toBe(100)
})
