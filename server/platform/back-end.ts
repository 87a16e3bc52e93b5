import { Redis, type RedisOptions } from 'ioredis'
import { env } from './env'

/** Where queue, realtime and rate limits live. Nothing outside the edges that are built here needs to ask. */
export const backEnd: 'postgres' | 'redis' = env.REDIS_URL ? 'redis' : 'postgres'

function openAt(url: string | undefined, options: RedisOptions): Redis {
  if (!url) throw new Error('REDIS_URL is not set')
  return new Redis(url, { maxRetriesPerRequest: null, ...options })
}

/** A client, for the queue, of the Redis that forgets nothing; the caller closes it. Throws when REDIS_URL is not set. */
export function openQueueRedis(options: RedisOptions = {}): Redis {
  return openAt(env.REDIS_URL, options)
}

/**
 * A client for what is counted or told and then forgotten: a million addresses knocking at the door write a million keys, which must not
 * fill the queue's memory. The same Redis where there is no second one (docs/decisions/0213).
 */
export function openCacheRedis(options: RedisOptions = {}): Redis {
  return openAt(env.REDIS_URL && (env.REDIS_CACHE_URL ?? env.REDIS_URL), options)
}
