import { RateLimiterRes } from 'rate-limiter-flexible'
import { fail } from '@/server/platform/errors'
import { logger } from '@/server/platform/logger'
import { shared } from '@/server/platform/shared'
import { type Bucket, type BucketSize, bucketNames, buckets } from './buckets'
import { type Consume, inSlabs } from './consume-in-slabs'
import { openOwnLimiters, openSharedLimiters } from './open-limiters'

/** What is left of a bucket. */
export interface Allowance {
  /** Points of the bucket's window. */
  limit: number
  remaining: number
  /** Seconds until the window begins anew. */
  resetSeconds: number
}

type Consumers = Record<Bucket, Consume>

/** Where the back end could not be reached at first, it is tried again after so long. */
const reopenMs = 5_000

/** Counts of this process alone, which cost the back end nothing. */
const ownLimiters = () => shared('own limiters', openOwnLimiters)

/** The way to count in each bucket; each process for itself while the back end is away. */
async function openConsumers(onFailure: () => void): Promise<Consumers> {
  const limiters = await openSharedLimiters().catch((error) => {
    logger.warn({ err: error }, 'limits are counted by each process for itself')
    onFailure()
    return ownLimiters()
  })
  const consumerOf = (name: Bucket): Consume => {
    const { slab }: BucketSize = buckets[name]
    return slab ? inSlabs(limiters[name], slab) : (key) => limiters[name].consume(key)
  }
  return Object.fromEntries(bucketNames.map((name) => [name, consumerOf(name)])) as Consumers
}

function consumers(): Promise<Consumers> {
  const box = shared('limiters', () => ({ opening: undefined as Promise<Consumers> | undefined }))
  box.opening ??= openConsumers(() => {
    setTimeout(() => {
      box.opening = undefined
    }, reopenMs).unref()
  })
  return box.opening
}

function allowanceOf(bucket: Bucket, { remainingPoints, msBeforeNext }: Awaited<ReturnType<Consume>>): Allowance {
  const { points } = buckets[bucket]
  return {
    limit: points,
    remaining: Math.max(0, remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  }
}

/**
 * Answer headers `RateLimit-Limit`, `-Remaining` and `-Reset` (seconds), as draft-ietf-httpapi-ratelimit-headers had them up to its
 * version 06: those that clients read. For a bucket with a burst they speak of the steady rate alone.
 */
export function allowanceHeaders({ limit, remaining, resetSeconds }: Allowance): Record<string, string> {
  return {
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': String(remaining),
    'RateLimit-Reset': String(resetSeconds),
  }
}

/** Takes one token of `key`'s bucket, if there is one; null where there is none. */
export async function tryToken(bucket: Bucket, key: string): Promise<Allowance | null> {
  try {
    return allowanceOf(bucket, await (await consumers())[bucket](key))
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return null
    throw refused
  }
}

/**
 * Takes one token of `key`'s bucket, counted over all processes, or, where nothing is given away anyway, over this one.
 *
 * @throws {HouseError} too_many_requests (orders: too_many_orders) with the seconds to wait
 */
export async function takeToken(bucket: Bucket, key: string, isOwn = false): Promise<Allowance> {
  try {
    return allowanceOf(bucket, await (isOwn ? ownLimiters()[bucket].consume(key) : (await consumers())[bucket](key)))
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const allowance = allowanceOf(bucket, refused)
    return fail(bucket === 'orders' ? 'too_many_orders' : 'too_many_requests', {
      retryAfterSeconds: allowance.resetSeconds,
      headers: allowanceHeaders({ ...allowance, remaining: 0 }),
    })
  }
}
