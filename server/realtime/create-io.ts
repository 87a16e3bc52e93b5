import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter'
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter'
import pg from 'pg'
import { Server, type ServerOptions, type Socket } from 'socket.io'
import type { ClientEvents, HouseEvents, ServerEvents } from '@/lib/contracts/realtime'
import { backEnd } from '@/server/platform/back-end'
import { directUrl } from '@/server/platform/direct-url'
import { logger } from '@/server/platform/logger'
import type { Entered } from '@/server/presence/enter-hall'
import { localFirst } from './local-first'
import { openNewsRedis } from './open-news-redis'
import { slimSocket } from './slim-socket'

export interface SocketData {
  personId: string | null
  /** The session that says so. */
  sessionId: string | null
  /** Where they are seen; nowhere unless they wish it. */
  inHall?: Entered
  /** The last wish to be seen that is not carried out yet. */
  entering?: object
  /** Rooms of the desk, and the curator's name there; absent for those who never were at one. */
  atDesk?: Map<string, string>
  /** Events of the present second. */
  rate?: { second: number; count: number }
  /** What was done of what is limited; see server/presence. */
  spent?: Partial<Record<'enter' | 'react', { count: number; endsAt: number }>>
}
export type GallerySocket = Socket<ClientEvents, ServerEvents, HouseEvents, SocketData>
export type Io = Server<ClientEvents, ServerEvents, HouseEvents, SocketData>

export interface Realtime {
  io: Io
  /** Resolves when the back end answers. */
  check(): Promise<void>
  close(): Promise<void>
}

/** Own schema: the adapter's overflow table is transport, not part of the data model. */
const attachments = 'realtime.attachments'

async function openPool(): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: directUrl, max: 2, connectionTimeoutMillis: 20_000 })
  const onError = (error: Error) => logger.warn({ err: error }, 'realtime connection')
  // Both are needed: without them a restart of the database ends the process.
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  releaseWhenEnded(pool)
  // Two processes that start together may both find it missing; the lock lets one make it.
  await pool.query(`BEGIN; SELECT pg_advisory_xact_lock(7402318); CREATE SCHEMA IF NOT EXISTS realtime;
    CREATE TABLE IF NOT EXISTS ${attachments} (id bigserial UNIQUE, created_at timestamptz DEFAULT now(), payload bytea); COMMIT`)
  return pool
}

/**
 * The adapter keeps a client to listen with, and does not give it back when its connection ends: each crash of the database would
 * take one of the pool's two for ever. Only clients that are asked for by promise are the adapter's; `query` takes its own by callback.
 */
function releaseWhenEnded(pool: pg.Pool) {
  const take = pool.connect.bind(pool)
  pool.connect = ((callback?: Parameters<typeof take>[0]) => {
    if (callback) return take(callback)
    return take().then((client) => client.once('end', () => client.release(true)))
  }) as typeof pool.connect
}

const limits = {
  // Nobody has more than a list of ids to say.
  maxHttpBufferSize: 16 * 1024,
  serveClient: false,
  destroyUpgrade: false,
}

function newServer(adapter: ServerOptions['adapter']): Io {
  const io: Io = new Server({ ...limits, adapter })
  io.on('connection', slimSocket)
  return io
}

async function closeIo(io: Io) {
  await io.of('/').adapter.close()
  // One that was never attached to a port has no engine, and its close() fails on that.
  if (io.engine) await io.close()
}

/** A Socket.IO server that hears and speaks to all processes; attach it to a port, or to none (as the worker does). */
export async function createIo(): Promise<Realtime> {
  if (backEnd === 'redis') {
    const redis = await openNewsRedis()
    const io = newServer(localFirst(createRedisAdapter(redis)))
    const close = async () => {
      await closeIo(io)
      redis.disconnect()
    }
    return { io, check: async () => void (await redis.ping()), close }
  }
  const pool = await openPool()
  const adapter = createPostgresAdapter(pool, {
    tableName: attachments,
    payloadThreshold: 7_900,
    errorHandler: (error) => logger.warn({ err: error }, 'realtime adapter'),
  })
  const io = newServer(localFirst(adapter))
  const close = async () => {
    await closeIo(io)
    await pool.end()
  }
  return { io, check: async () => void (await pool.query('SELECT 1')), close }
}
