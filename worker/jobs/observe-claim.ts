import { noteWait } from '@/server/metrics/painting-metrics'
import type { Claim } from '@/server/portraits/claim-order'
import { HandedBack } from '@/server/queue/handed-back'
import { inJobSpan } from '@/server/tracing/in-job-span'

/** Runs `work` as the worker's part of the trace that began with the order. `beganAt`: before the claim, ms since 1970. */
export function observeClaim(claim: Claim, beganAt: number, work: () => Promise<void>): Promise<void> {
  // Later claims waited for another worker to die, or for the artist to ask again.
  if (claim.attempt === 1) noteWait(claim.quality, claim.waitedSeconds)
  const attributes = {
    'vernissage.order_id': claim.id,
    'vernissage.attempt': claim.attempt,
    'vernissage.quality': claim.quality,
    'vernissage.long_side': claim.longSide,
  }
  // Leaving in good order is no failure.
  const isFailure = (error: unknown) => !(error instanceof HandedBack)
  return inJobSpan('paint-portrait', { traceparent: claim.traceparent, beganAt, attributes, isFailure }, work)
}
