import { AsyncLocalStorage } from 'node:async_hooks'
import { shared } from '@/server/platform/shared'

/** What an answer was made from, as far as it came out of caches. */
export interface Sources {
  readonly tags: Set<string>
  /** Epoch ms until which all of it holds, if nothing changes. */
  until: number
  /** Some of it is a last good copy, since the present state could not be read. */
  isStale: boolean
  /** Some of it could not be read at all. */
  hasFailed: boolean
}

const gathering = shared('cache-sources', () => new AsyncLocalStorage<Sources>())

/** Carries out `work` and tells what it was made from. */
export async function gather<T>(work: () => Promise<T>): Promise<{ result: T; sources: Sources }> {
  const sources: Sources = { tags: new Set(), until: Number.POSITIVE_INFINITY, isStale: false, hasFailed: false }
  return { result: await gathering.run(sources, work), sources }
}

/** Notes that the answer under way was made from this. */
export function noteSource({
  tags,
  until,
  isStale,
}: {
  tags: Iterable<string>
  until: number
  isStale: boolean
}): void {
  const sources = gathering.getStore()
  if (!sources) return
  for (const tag of tags) sources.tags.add(tag)
  sources.until = Math.min(sources.until, until)
  sources.isStale ||= isStale
}

/** Notes that the answer under way lacks something that could not be read. */
export function noteFailure(): void {
  const sources = gathering.getStore()
  if (sources) sources.hasFailed = true
}
