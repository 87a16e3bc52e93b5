import { type PortraitQuality, sizeClassOf } from '@/lib/contracts/portraits'
import { version } from '@/server/platform/version'
import { counter, histogram } from './registry'

const durations = histogram(
  'vernissage_painting_duration_seconds',
  'Painting alone, from the encoded photo to the encoded painting.',
  ['model', 'size', 'provider', 'quality', 'version'],
  [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300],
)
const waits = histogram(
  'vernissage_order_wait_seconds',
  'From an order’s acceptance to its first claim by a worker.',
  ['quality'],
  [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900],
)
const attempts = histogram(
  'vernissage_order_attempts',
  'Claims that an order had needed when it ended.',
  ['outcome'],
  [1, 2, 3, 4, 5, 10],
)
const ended = counter('vernissage_orders_ended_total', 'Orders that ended in this worker.', [
  'outcome',
  'reason',
  'version',
])
const failures = counter('vernissage_painting_failures_total', 'Tries at a painting that threw.', [
  'provider',
  'code',
  'version',
])
const cache = counter(
  'vernissage_result_cache_total',
  'Looks for a painting made before, where an order is taken or claimed.',
  ['at', 'result'],
)

export interface TimedPainting {
  modelName: string
  modelVersion: string
  provider: string
  quality: PortraitQuality
  /** Long side of the order, px. */
  longSide: number
  paintingMs: number
}

export function notePainting({
  modelName,
  modelVersion,
  provider,
  quality,
  longSide,
  paintingMs,
}: TimedPainting): void {
  const labels = {
    model: `${modelName} ${modelVersion}`,
    size: String(sizeClassOf(longSide)),
    provider,
    quality,
    version,
  }
  durations.observe(labels, paintingMs / 1000)
}

/** `seconds`: by the database's clock. */
export function noteWait(quality: PortraitQuality, seconds: number): void {
  waits.observe({ quality }, Math.max(0, seconds))
}

export type Outcome = 'painted' | 'from_cache' | 'failed' | 'lost'

/** `reason`: why it failed; empty otherwise. */
export function noteEnd(outcome: Outcome, attempt: number, reason = ''): void {
  ended.inc({ outcome, reason, version })
  attempts.observe({ outcome }, attempt)
}

/** `code`: a painter's error code, or `unforeseen`. */
export function noteFailure(provider: string, code: string): void {
  failures.inc({ provider, code, version })
}

/** `at`: where it was looked for, `order` (web) or `claim` (worker). */
export function noteCacheLook(at: 'order' | 'claim', isHit: boolean): void {
  cache.inc({ at, result: isHit ? 'hit' : 'miss' })
}
