const HOURS_A_WEEK = 168
const WEEKS = 4
/** Orders a minute that count as nothing: what quiet hours differ by must not pass for a change of level. */
const QUIET = 0.1
const LEVEL_BOUNDS = [0.5, 2] as const

/** Hourly means of the load, index 0 the oldest; NaN where nothing was measured. */
export type Load = readonly number[]

export interface Announced {
  /** Hours at which announced exhibitions opened or will open, ascending, as indices into the load. */
  openings: readonly number[]
}

/**
 * The load of the hour `now + horizon`, as deploy/prometheus/rules/forecast.yml reckons it (its comments tell why); this is the same
 * in code, to be tried on a year. `now` is the last hour that is known.
 *
 * @returns NaN without any history
 */
export function forecastLoad(load: Load, now: number, horizon: number, { openings }: Announced): number {
  const season = seasonal(load, now + horizon)
  const usual = seasonal(load, now)
  const [least, most] = LEVEL_BOUNDS
  const ratio = ((load[now] ?? Number.NaN) + QUIET) / (usual + QUIET)
  const level = Number.isNaN(ratio) ? 1 : Math.sqrt(Math.min(most, Math.max(least, ratio)))
  const isNear = openings.some((opening) => opening >= now && opening - now <= horizon + 1)
  const opening = isNear ? busiestOpening(load, now, openings) : Number.NaN
  const known = [season * level, opening].filter((value) => !Number.isNaN(value))
  return known.length > 0 ? Math.max(...known) : Number.NaN
}

/** The same hour a week before: what is easiest to say, and what a forecast must beat. */
export function lastWeek(load: Load, now: number, horizon: number): number {
  return load[now + horizon - HOURS_A_WEEK] ?? Number.NaN
}

/** The median of the same hour of the four weeks before. */
function seasonal(load: Load, hour: number): number {
  const values = Array.from({ length: WEEKS }, (_, week) => load[hour - (week + 1) * HOURS_A_WEEK] ?? Number.NaN)
  return median(values.filter((value) => !Number.isNaN(value)))
}

/** The busiest hour of those around the openings of the last five weeks; 0 without any. */
function busiestOpening(load: Load, now: number, openings: readonly number[]): number {
  const hours = openings.flatMap((opening) => [opening - 1, opening, opening + 1])
  const lately = hours.filter((hour) => hour <= now && hour > now - 5 * HOURS_A_WEEK)
  return Math.max(0, ...lately.map((hour) => load[hour] ?? 0).filter((value) => !Number.isNaN(value)))
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}
