/** `npx tsx deploy/forecast/run.ts`: the forecast against last week on five synthetic years. */
import { backtest } from './backtest'
import { makeSyntheticYear } from './synthetic-year'

const rows = [1, 2, 3, 4, 5].flatMap((seed) => {
  const year = makeSyntheticYear(seed)
  return [1, 2, 3].map((horizon) => {
    const { hours, error, lastWeekError, cold, lastWeekCold } = backtest(year, horizon)
    return {
      ...{ year: seed, 'hours ahead': horizon, hours },
      ...{ error: error.toFixed(2), 'last week': lastWeekError.toFixed(2), ratio: (error / lastWeekError).toFixed(2) },
      ...{ 'openings cold': `${Math.round(100 * cold)} %`, 'last week cold': `${Math.round(100 * lastWeekCold)} %` },
    }
  })
})
console.table(rows)
