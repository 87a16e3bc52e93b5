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

export interface Breaker {
  state: BreakerState
  /** When it opened last, ms since 1970; null while closed. */
  openedAt: number | null
}

/** The latest paintings that count, with `next` among them. */
function slide(window: PaintingOutcome[], next: PaintingOutcome): PaintingOutcome[] {
  const grown = [...window, next]
  return grown.filter((outcome, i) => i >= grown.length - leastPaintings || outcome.at > next.at - windowMs)
}

function hasTooManyFailures(window: PaintingOutcome[]): boolean {
  if (window.length < leastPaintings) return false
  return window.filter(({ isFailure }) => isFailure).length > failureShare * window.length
}

/**
 * A circuit breaker (M. Nygard, Release It!) as a pure fold over how paintings ended, oldest first: every process that reads the same
 * history comes to the same state, and none has to keep it. Open, it heeds nothing for 5 s, since what ends then began before; the first
 * painting to end after that decides: well, and it closes with an empty window; failed, and it rests for another 5 s.
 */
export function readBreaker(outcomes: readonly PaintingOutcome[], now: number): Breaker {
  let window: PaintingOutcome[] = []
  let openedAt: number | null = null
  for (const outcome of outcomes) {
    if (openedAt === null) {
      window = slide(window, outcome)
      if (hasTooManyFailures(window)) openedAt = outcome.at
    } else if (outcome.at >= openedAt + restMs) {
      openedAt = outcome.isFailure ? outcome.at : null
      window = []
    }
  }
  if (openedAt === null) return { state: 'closed', openedAt }
  return { state: now < openedAt + restMs ? 'open' : 'half-open', openedAt }
}
