import { env } from '@/server/platform/env'
import { ticketLifeSeconds } from './ticket-life'

export interface BucketSize {
  /** Requests ... */
  points: number
  /** ... in so many seconds. */
  duration: number
  /** So many more in a longer stretch: a burst. */
  burst?: { points: number; duration: number }
  /** Taken from the shared count at once and then handed out by each process: for buckets so wide that a few more or less mean nothing. */
  slab?: number
}

/** Seconds in which a burst may come once. */
const burstSeconds = 10
/** Seconds over which the wide bucket counts, so that a page with many pictures is no rush. */
const wideSeconds = 10

/** Everything that is counted, over all processes. `orders` and `engagement` are a person's, `...-address` a network address'. */
export const buckets = {
  orders: { points: env.ORDERS_PER_MINUTE, duration: 60 },
  'order-address': {
    points: env.ORDER_REQUESTS_PER_SECOND,
    duration: 1,
    burst: { points: Math.max(1, env.ORDER_REQUESTS_BURST - env.ORDER_REQUESTS_PER_SECOND), duration: burstSeconds },
  },
  'api-address': {
    points: env.API_REQUESTS_PER_SECOND * wideSeconds,
    duration: wideSeconds,
    // A slab that the bucket could not hold would never be given.
    slab: Math.min(20, env.API_REQUESTS_PER_SECOND),
  },
  /** First orders of guests who were made for them, by network address: counted, never refused (newcomer-turn.ts). */
  newcomers: { points: 1_000, duration: 60 },
  'sign-in': { points: 10, duration: 60 },
  'sign-up': { points: 10, duration: 60 },
  /** Everything of a person in one file: dear to make. */
  exports: { points: 5, duration: 600 },
  /** Addresses that a curator lets the house fetch from. */
  imports: { points: 120, duration: 60 },
  /** What people say to others or of them, by network address: reports and comments. */
  words: { points: 20, duration: 600 },
  engagement: { points: 120, duration: 10 },
  /** Lines in visitors' books. */
  book: { points: 5, duration: 300 },
  'book-address': { points: 40, duration: 300 },
  /** What pages tell of visits, by network address: a school class behind one of them tells much. */
  'looks-address': { points: 300, duration: 60, slab: 20 },
  /** Each ticket of the closed door, once in its life. */
  ticket: { points: 1, duration: ticketLifeSeconds },
  /** Orders let through to a model on trial, by model. */
  trial: { points: 1, duration: 5 },
  /** Orders in line that all workers together try while a breaker is half open, by what it is around: the first to end decides. */
  'painting-trial': { points: 1, duration: 1 },
} as const satisfies Record<string, BucketSize>

export type Bucket = keyof typeof buckets

export const bucketNames = Object.keys(buckets) as Bucket[]
