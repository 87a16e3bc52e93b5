'use client'

import { useClockSkew } from './use-clock-skew'
import { useTimeLeft } from './use-time-left'

/** A device's clock is hardly ever off by more, seconds. */
const doubt = 86_400

/**
 * Whole seconds until a moment by the house's clock, 0 once it has come; null on the server, until the house was asked for its clock, and while
 * more than `within` seconds are left. The house is asked only where the moment may be as near: many look at what closes in a month.
 */
export function useNearMoment(moment: string, within: number): number | null {
  const here = useTimeLeft(moment)
  const left = useTimeLeft(moment, useClockSkew(here !== null && here <= within + doubt))
  return left === null || left > within ? null : left
}
