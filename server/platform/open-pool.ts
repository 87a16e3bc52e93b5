import { Socket } from 'node:net'
import pg from 'pg'

export interface PoolWishes {
  connectionString: string
  connections: number
  /** Longest wait for a connection, ms. */
  connectMs: number
  /** Longest run of one statement, ms. */
  statementMs: number
}

/** A server that is frozen or cut off cannot strike at its own limit; a little later we do. */
const UNANSWERED_MS = 500
/** A new connection costs four round trips before its first statement; pg's own ten seconds would have them paid again and again. */
const IDLE_MS = 300_000

function socketOf(client: pg.PoolClient): Socket | undefined {
  const { stream } = (client as pg.PoolClient & Pick<pg.Client, 'connection'>).connection
  return stream instanceof Socket ? stream : undefined
}

/**
 * Connections to PostgreSQL of which none is waited for longer than `connectMs`, and none is silent for longer than `statementMs` and
 * a little. A silent one is cut, never handed on: pg's own `query_timeout` gives it back to the pool with its query, and perhaps its
 * transaction, still open, and what the next one writes through it may never be committed.
 */
export function openPool({ connectionString, connections, connectMs, statementMs }: PoolWishes): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    idleTimeoutMillis: IDLE_MS,
    // Columns are without a zone and hold UTC: now() must mean the same, wherever the server was set up.
    options: '-c timezone=UTC',
    // A query that hangs must not hold a connection, and with it the page, for ever.
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: 15_000,
  })
  pool.on('connect', (client) => {
    // Between being given out and being used a connection is heard by nobody: cut off at that moment, it would end the process.
    client.on('error', () => {})
    const socket = socketOf(client)
    const silence = Object.assign(new Error('PostgreSQL does not answer'), { code: 'ETIMEDOUT' })
    socket?.on('timeout', () => socket.destroy(silence))
  })
  pool.on('acquire', (client) => socketOf(client)?.setTimeout(statementMs + UNANSWERED_MS))
  pool.on('release', (_error, client) => socketOf(client)?.setTimeout(0))
  return pool
}
