import { describe, expect, it, test } from 'vitest'
import { backtest } from './backtest'
import { forecastLoad, lastWeek } from './forecast'
import { makeSyntheticYear } from './synthetic-year'

const week = 168
const nothing = { openings: [] }

describe('the forecast', () => {
  it('takes the season, and half of what today differs from it: the same figures as the rules in Prometheus', () => {
    const load = [...new Array(4 * week).fill(10), 20, 20]
    // deploy/prometheus/tests/forecast.yml
    expect(forecastLoad(load, load.length - 1, 1, nothing)).toBeCloseTo(14.11, 2)
  })

  it('is not moved by one odd week, nor by a gap', () => {
    const load = new Array(5 * week).fill(10)
    load.fill(90, 2 * week, 3 * week)
    load.fill(Number.NaN, 3 * week, 3 * week + 20)
    expect(forecastLoad(load, load.length - 1, 1, nothing)).toBeCloseTo(10, 5)
  })

  it('expects of an announced opening what openings have brought, from an hour before it', () => {
    const load = new Array(5 * week).fill(10)
    load.fill(60, 3 * week, 3 * week + 2)
    const now = load.length - 1
    const openings = [3 * week, now + 3]
    expect(forecastLoad(load, now, 1, { openings })).toBeCloseTo(10, 5)
    expect(forecastLoad(load, now, 2, { openings })).toBe(60)
  })

  it('says nothing without history', () => {
    expect(forecastLoad([1, 2, 3], 2, 1, nothing)).toBeNaN()
    expect(lastWeek([1, 2, 3], 2, 1)).toBeNaN()
  })
})

test.each([1, 2, 3])(
  'on synthetic year %i it errs less than last week at every horizon, and is warm at openings',
  (seed) => {
    const year = makeSyntheticYear(seed)
    expect(makeSyntheticYear(seed)).toEqual(year)
    for (const horizon of [1, 2, 3]) {
      const result = backtest(year, horizon)
      expect(result.hours).toBeGreaterThan(7_500)
      expect(result.error / result.lastWeekError).toBeLessThan(0.95)
      expect(result.cold).toBeLessThan(0.1)
      expect(result.cold).toBeLessThan(result.lastWeekCold)
    }
  },
)
