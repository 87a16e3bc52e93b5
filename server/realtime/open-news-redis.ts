import { once } from 'node:events'
import type { Redis } from 'ioredis'
import { openCacheRedis } from '@/server/platform/back-end'
import { logger } from '@/server/platform/logger'

/** A Redis that says nothing for so long is gone: the connection is closed and another one tried, ms. */
const silentMs = 2_000
/** The same where it is asked to wait five seconds for news before it answers, ms. */
const listeningSilentMs = 8_000

const onError = (error: Error) => logger.warn({ err: error }, 'realtime connection')

/** Waits for Redis, however long it is away, and goes on with what came meanwhile. */
function openListener(): Redis {
  const redis = openCacheRedis({ socketTimeout: listeningSilentMs, connectTimeout: silentMs })
  redis.on('error', onError)
  return redis
}

/**
 * A client that tells news or gives up: nothing is kept for a Redis that is away, and nothing sent again, since news are worth nothing
 * later. Its duplicates, which the adapter listens with, wait instead. Resolves when Redis answers, or is not going to soon.
 */
export async function openNewsRedis(): Promise<Redis> {
  const redis = openCacheRedis({
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: silentMs,
    socketTimeout: silentMs,
    connectTimeout: silentMs,
  })
  redis.on('error', onError)
  const send = redis.sendCommand.bind(redis)
  redis.sendCommand = (...given) => {
    const sent = send(...given)
    // The adapter does not look at what becomes of some of its commands, and a rejection that nobody handles would end the process.
    Promise.resolve(sent).catch(() => {})
    return sent
  }
  redis.duplicate = openListener
  await once(redis, 'ready', { signal: AbortSignal.timeout(silentMs) }).catch(() => {})
  return redis
}
