import { shared } from '@/server/platform/shared'
import { Cache, type CacheRules } from './cache'

const all = shared('caches', () => new Map<string, Cache<unknown>>())

/** This process' cache of that name. */
export function namedCache<T>(rules: CacheRules): Cache<T> {
  const present = all.get(rules.name)
  const cache = present ?? new Cache<unknown>(rules)
  all.set(rules.name, cache)
  // A name belongs to one place in the code, which always asks for the same kind of answers.
  return cache as Cache<T>
}

/** What each cache of this process has done since it started, and what it holds now. */
export function cacheFigures() {
  return [...all].map(([name, { figures, size }]) => ({ name, ...figures, ...size }))
}
