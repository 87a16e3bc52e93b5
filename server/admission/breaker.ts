import type { BreakerState } from '@/lib/contracts/admission'

export interface PaintingOutcome {
  isFailure: boolean
  /** ms since 1970. */
  at: number
}

/** Opens when more than this part of the window has failed ... */
const failureShare = 0.3
/** ... of so many paintings at least, ... */
const leastPaintings = 20
/** ... which are those of the last minute, or the latest 20 where a minute has fewer. */
const windowMs = 60_000
/** After so long an open breaker lets the next painting through as a trial. */
export const restMs = 5_000

/**
 * A circuit breaker (M. Nygard, Release It!) as a pure fold over how paintings ended, oldest first: every process that reads the same
 * history comes to the same state, and none has to keep it. Open, it heeds nothing for 5 s, since what ends then began before; the first
 * painting to end after that decides: well, and it closes with an empty window; failed, and it rests for another 5 s.
 *
 * @returns when it opened last, ms since 1970; null while closed
 */
export function openedAtOf(outcomes: readonly PaintingOutcome[]): number | null {
  let openedAt: number | null = null
  /** Oldest of the window, which ends at the painting that is looked at. */
  let first = 0
  let failures = 0
  for (const [i, outcome] of outcomes.entries()) {
    if (openedAt === null) {
      if (outcome.isFailure) failures++
      for (; i - first >= leastPaintings; first++) {
        const oldest = outcomes[first]
        if (!oldest || oldest.at > outcome.at - windowMs) break
        if (oldest.isFailure) failures--
      }
      const count = i + 1 - first
      if (count >= leastPaintings && failures > failureShare * count) openedAt = outcome.at
    } else if (outcome.at >= openedAt + restMs) {
      openedAt = outcome.isFailure ? outcome.at : null
      first = i + 1
      failures = 0
    }
  }
  return openedAt
}

/** The state of a breaker that opened then. */
export function stateAt(openedAt: number | null, now: number): BreakerState {
  if (openedAt === null) return 'closed'
  return now < openedAt + restMs ? 'open' : 'half-open'
}
