import { Redis, type RedisOptions } from 'ioredis'
import { env } from './env'

/** Where queue, realtime and rate limits live. Nothing outside the edges that are built here needs to ask. */
export const backEnd: 'postgres' | 'redis' = env.REDIS_URL ? 'redis' : 'postgres'

/** A Redis client of one's own; the caller closes it. Throws when REDIS_URL is not set. */
export function openRedis(options: RedisOptions = {}): Redis {
  if (!env.REDIS_URL) throw new Error('REDIS_URL is not set')
  return new Redis(env.REDIS_URL, { maxRetriesPerRequest: null, ...options })
}
