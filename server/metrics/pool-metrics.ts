import type { Pool } from 'pg'
import { gauge } from './registry'
import { beforeScrape } from './scrape'

const connections = gauge('vernissage_database_connections', 'Connections to PostgreSQL, by pool.', ['pool', 'state'])
const waiting = gauge('vernissage_database_waiting', 'Statements of this process that wait for a connection.', ['pool'])

/** Tells at every scrape how much of a pool is in use. */
export function watchPool(pool: string, source: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>): void {
  beforeScrape(`pool ${pool}`, () => {
    connections.set({ pool, state: 'in_use' }, source.totalCount - source.idleCount)
    connections.set({ pool, state: 'idle' }, source.idleCount)
    waiting.set({ pool }, source.waitingCount)
  })
}
