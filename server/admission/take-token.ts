import pg from 'pg'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { backEnd, openRedis } from '@/server/platform/back-end'
import { env } from '@/server/platform/env'
import { fail } from '@/server/platform/errors'
import { logger } from '@/server/platform/logger'
import { shared } from '@/server/platform/shared'

/** Points within a duration of seconds, per key. */
const buckets = {
  orders: { points: env.ORDERS_PER_MINUTE, duration: 60 },
  'sign-in': { points: 10, duration: 60 },
  'sign-up': { points: 10, duration: 60 },
  engagement: { points: 120, duration: 10 },
} as const
export type Bucket = keyof typeof buckets

/** Schema of the limiter's own table: transport, not data model. */
const schema = 'limits'

type Limiters = Record<Bucket, RateLimiterAbstract>

function forEachBucket(open: (name: Bucket) => RateLimiterAbstract): Limiters {
  return {
    orders: open('orders'),
    'sign-in': open('sign-in'),
    'sign-up': open('sign-up'),
    engagement: open('engagement'),
  }
}

async function openLimiters(): Promise<Limiters> {
  // If the back end fails, each process counts for itself: a limit a little too wide beats a closed door.
  const insurance = (name: Bucket) => new RateLimiterMemory({ ...buckets[name], keyPrefix: name })
  if (backEnd === 'redis') {
    const storeClient = openRedis({ enableOfflineQueue: false, maxRetriesPerRequest: 1 })
    storeClient.on('error', (error) => logger.warn({ err: error }, 'limiter connection'))
    const open = (name: Bucket) =>
      new RateLimiterRedis({
        ...buckets[name],
        keyPrefix: `limit:${name}`,
        storeClient,
        insuranceLimiter: insurance(name),
      })
    return forEachBucket(open)
  }
  const storeClient = new pg.Pool({ connectionString: env.DATABASE_URL, max: 2, connectionTimeoutMillis: 3_000 })
  storeClient.on('error', (error) => logger.warn({ err: error }, 'limiter connection'))
  await storeClient.query(`BEGIN; SELECT pg_advisory_xact_lock(7402319); CREATE SCHEMA IF NOT EXISTS ${schema};
    CREATE UNLOGGED TABLE IF NOT EXISTS ${schema}.tokens (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint); COMMIT`)
  const open = (name: Bucket) =>
    new RateLimiterPostgres({
      ...buckets[name],
      keyPrefix: name,
      storeClient,
      storeType: 'pool',
      schemaName: schema,
      tableName: 'tokens',
      tableCreated: true,
      insuranceLimiter: insurance(name),
    })
  return forEachBucket(open)
}

function limiters() {
  const box = shared('limiters', () => ({ opening: undefined as ReturnType<typeof openLimiters> | undefined }))
  box.opening ??= openLimiters().catch((error) => {
    box.opening = undefined
    throw error
  })
  return box.opening
}

/** Takes one token of `key`'s bucket, counted over all processes. Throws too_many_requests (orders: too_many_orders) with the seconds to wait. */
export async function takeToken(bucket: Bucket, key: string): Promise<void> {
  try {
    await (await limiters())[bucket].consume(key)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    fail(bucket === 'orders' ? 'too_many_orders' : 'too_many_requests', { retryAfterSeconds })
  }
}
