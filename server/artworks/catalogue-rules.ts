import type { CacheRules } from '@/server/cache/cache'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** For what everybody may read of the catalogue. */
export const catalogueRules = {
  mostBytes: 16 * 1024 * 1024,
  freshMs: MINUTE,
  limitMs: SECOND,
  lastGoodMs: 10 * MINUTE,
} as const satisfies Omit<CacheRules, 'name'>

/** About how much memory an answer takes, bytes. */
export const sizeOf = (value: unknown): number => JSON.stringify(value).length * 2
