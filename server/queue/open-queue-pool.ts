import type { EventEmitter } from 'node:events'
import pg from 'pg'
import { directUrl } from '@/server/platform/direct-url'
import { queueSchema } from './settings'

/**
 * Connections for a BullMQ worker on PostgreSQL. The one that it would open by itself to listen is heard only a moment after it stands:
 * cut off within that moment, it ends the process. Those of a pool of ours are heard from the start, and who listens late hears what they
 * missed, or a worker would wait for ever at a dead line.
 */
export function openQueuePool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: directUrl,
    // One of them listens.
    max: 4,
    connectionTimeoutMillis: 20_000,
    keepAlive: true,
    options: `-c search_path="${queueSchema}"`,
  })
  pool.on('connect', (client) => {
    let missed: Error | undefined
    client.on('error', (error) => {
      missed = error
    })
    const emitter: EventEmitter = client
    emitter.on('newListener', (event: string, hear: (error: Error) => void) => {
      if (event === 'error' && missed) setImmediate(hear, missed)
    })
  })
  return pool
}
