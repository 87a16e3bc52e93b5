/** How near the closing is: in the last hour, the last ten minutes, the last minute, or past it. Each is told once, when it begins. */
export type ClosingPhase = 'hour' | 'minutes' | 'minute' | 'over'

/** From when on a hall tells that it will close, seconds. */
export const lastHour = 3_600

/** The phase with so many whole seconds left; null before the last hour, and while the time is not known (null). */
export function closingPhase(left: number | null): ClosingPhase | null {
  if (left === null || left > lastHour) return null
  if (left === 0) return 'over'
  if (left <= 60) return 'minute'
  return left <= 600 ? 'minutes' : 'hour'
}
