import type { FigureRange } from '@/lib/contracts/figures'
import { instantOf, localTimeOf } from '@/lib/i18n/zoned-time'

export interface DayRange {
  /** First and last day, `2026-11-25`, and every day between. */
  from: string
  to: string
  days: string[]
  timeZone: string
  /** When the first day began. */
  since: Date
}

const DAY_MS = 86_400_000

/** So many days up to the present one, as clocks in that time zone count them. */
export function rangeOf(range: FigureRange, timeZone: string, now = new Date()): DayRange {
  const to = localTimeOf(now.toISOString(), timeZone).slice(0, 10)
  const days = Array.from({ length: Number(range) }, (_, index) =>
    new Date(Date.parse(`${to}T00:00Z`) - (Number(range) - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  )
  const from = days[0] ?? to
  return { from, to, days, timeZone, since: new Date(instantOf(`${from}T00:00`, timeZone) ?? now) }
}
