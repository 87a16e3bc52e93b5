import { forecastLoad, lastWeek } from './forecast'
import type { SyntheticYear } from './synthetic-year'

const FIRST = 5 * 168

export interface Backtest {
  horizon: number
  /** Hours that both could be asked about. */
  hours: number
  /** Mean absolute error, orders a minute. */
  error: number
  lastWeekError: number
  /** Share of the opening hours of which not half was foreseen: people came to cold workers. */
  cold: number
  lastWeekCold: number
}

/** Asks for every hour of a year what each would have said beforehand, knowing nothing later. */
export function backtest({ load, openings }: SyntheticYear, horizon: number): Backtest {
  const asked = Array.from({ length: load.length - FIRST - horizon }, (_, at) => FIRST + at).flatMap((now) => {
    const actual = load[now + horizon] ?? Number.NaN
    const known = load.slice(0, now + 1)
    const forecast = forecastLoad(known, now, horizon, { openings })
    const naive = lastWeek(known, now, horizon)
    const isOpening = openings.some((opening) => now + horizon === opening || now + horizon === opening + 1)
    return [actual, forecast, naive].some(Number.isNaN) ? [] : [{ actual, forecast, naive, isOpening }]
  })
  const atOpenings = asked.filter(({ isOpening }) => isOpening)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    horizon,
    hours: asked.length,
    error: mean(asked.map(({ actual, forecast }) => Math.abs(actual - forecast))),
    lastWeekError: mean(asked.map(({ actual, naive }) => Math.abs(actual - naive))),
    cold: mean(atOpenings.map(({ actual, forecast }) => (forecast < actual / 2 ? 1 : 0))),
    lastWeekCold: mean(atOpenings.map(({ actual, naive }) => (naive < actual / 2 ? 1 : 0))),
  }
}
