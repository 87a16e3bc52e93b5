import { once } from 'node:events'
import {
  BurstyRateLimiter,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
} from 'rate-limiter-flexible'
import { backEnd, openCacheRedis } from '@/server/platform/back-end'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { openPool } from '@/server/platform/open-pool'
import { type Bucket, type BucketSize, bucketNames, buckets } from './buckets'
import { countHereFirst, type Limiter, Reachability } from './count-here-first'

/** Schema of the limiter's own table: transport, not data model. */
const schema = 'limits'
/** A back end that takes longer to be reached is counted without, ms. */
const connectMs = { redis: 1_000, postgres: 4_000 } as const
/** How long a request waits for its answer, ms. Where PostgreSQL is slow everything is. */
const patienceMs = { redis: 250, postgres: 1_000 } as const

type Limiters = Record<Bucket, Limiter>
type Window = Pick<BucketSize, 'points' | 'duration'>

/** A limiter of each bucket; one with a burst has a second window beside the first. */
function forEachBucket(open: (prefix: string, size: Window) => Limiter): Limiters {
  const limiterOf = (name: Bucket): Limiter => {
    const { burst, ...steady }: BucketSize = buckets[name]
    const limiter = open(name, steady)
    // Of its two limiters it uses `consume` alone.
    type Whole = RateLimiterAbstract
    return burst ? new BurstyRateLimiter(limiter as Whole, open(`${name}-burst`, burst) as Whole) : limiter
  }
  return Object.fromEntries(bucketNames.map((name) => [name, limiterOf(name)])) as Limiters
}

/** Limiters that each process has for itself. */
export function openOwnLimiters(): Limiters {
  return forEachBucket((keyPrefix, { points, duration }) => new RateLimiterMemory({ keyPrefix, points, duration }))
}

/** Where Redis does not answer yet, its client goes on trying: nobody waits for it a second time. */
async function openRedisLimiters(reachability: Reachability): Promise<Limiters> {
  const patience = { commandTimeout: connectMs.redis, connectTimeout: connectMs.redis, socketTimeout: connectMs.redis }
  const storeClient = openCacheRedis({
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    ...patience,
  })
  storeClient.on('error', (error) => logger.warn({ err: error }, 'limiter connection'))
  await once(storeClient, 'ready', { signal: AbortSignal.timeout(connectMs.redis) }).catch(() => {})
  return forEachBucket((name, { points, duration }) => {
    const shared = new RateLimiterRedis({ keyPrefix: `limit:${name}`, points, duration, storeClient })
    return countHereFirst(shared, { points, duration }, reachability)
  })
}

async function openPostgresLimiters(reachability: Reachability): Promise<Limiters> {
  const limits = { connections: 2, connectMs: connectMs.postgres, statementMs: connectMs.postgres }
  const storeClient = openPool({ connectionString: env.DATABASE_URL, ...limits })
  storeClient.on('error', (error) => logger.warn({ err: error }, 'limiter connection'))
  try {
    await storeClient.query(`BEGIN; SELECT pg_advisory_xact_lock(7402319); CREATE SCHEMA IF NOT EXISTS ${schema};
      CREATE UNLOGGED TABLE IF NOT EXISTS ${schema}.tokens (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint); COMMIT`)
  } catch (error) {
    await storeClient.end().catch(() => {})
    throw error
  }
  const table = { storeType: 'pool', schemaName: schema, tableName: 'tokens', tableCreated: true } as const
  return forEachBucket((name, { points, duration }) => {
    const shared = new RateLimiterPostgres({ keyPrefix: name, points, duration, ...table, storeClient })
    return countHereFirst(shared, { points, duration }, reachability)
  })
}

/** Limiters whose counts all processes share. Throws where PostgreSQL cannot be reached. */
export async function openSharedLimiters(): Promise<Limiters> {
  const onAway = (error: unknown) => logger.warn({ err: error }, 'limits are counted by this process for itself')
  const reachability = new Reachability(patienceMs[backEnd], onAway)
  return backEnd === 'redis' ? openRedisLimiters(reachability) : openPostgresLimiters(reachability)
}
