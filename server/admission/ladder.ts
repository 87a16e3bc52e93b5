import { type Rung, rungs } from '@/lib/contracts/admission'

export interface LadderSettings {
  /** Backlog (seconds of work) from which rungs 1 to 4 hold, ascending. */
  thresholds: readonly number[]
  /** A rung is left downwards below this part of its threshold, 0 to 1 ... */
  downShare: number
  /** ... for so many seconds. */
  downSeconds: number
}

export interface LadderState {
  rung: Rung
  /** Of the last reading, ms since 1970. */
  at: number
  /** Since when every reading was low enough for the rung below, ms since 1970; null where the last was not. */
  calmSince: number | null
}

export interface LoadReading {
  /** Seconds of work that wait. */
  backlogSeconds: number
  isBreakerOpen: boolean
  /** ms since 1970. */
  at: number
}

/** The rung that a load asks for, without memory. */
export function rungOf(
  { backlogSeconds, isBreakerOpen }: Omit<LoadReading, 'at'>,
  thresholds: readonly number[],
): Rung {
  const reached = thresholds.filter((threshold) => backlogSeconds >= threshold).length
  const rung = rungs[Math.min(reached, rungs.length - 1)] ?? 0
  return isBreakerOpen && rung < 3 ? 3 : rung
}

/**
 * One reading's step on the ladder, with hysteresis: up at once and as far as the load asks, down one rung at a time, each after
 * `downSeconds` of readings below `downShare` of the rung's own threshold. Readings that are further apart than that say nothing about
 * the time between them: the ladder then begins anew at what the load asks for.
 */
export function stepLadder(before: LadderState | null, reading: LoadReading, settings: LadderSettings): LadderState {
  const { at } = reading
  const holdMs = settings.downSeconds * 1_000
  const wanted = rungOf(reading, settings.thresholds)
  if (!before || at - before.at > Math.max(holdMs, 2_000) || wanted >= before.rung) {
    return { rung: wanted, at, calmSince: null }
  }
  const lowered = reading.backlogSeconds / Math.max(settings.downShare, Number.EPSILON)
  const isCalm = rungOf({ ...reading, backlogSeconds: lowered }, settings.thresholds) < before.rung
  if (!isCalm) return { rung: before.rung, at, calmSince: null }
  const calmSince = before.calmSince ?? at
  if (at - calmSince < holdMs) return { rung: before.rung, at, calmSince }
  // The next rung down has its own wait.
  return { rung: (before.rung - 1) as Rung, at, calmSince: at }
}
