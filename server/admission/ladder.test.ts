import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LadderSettings, type LadderState, type LoadReading, rungOf, stepLadder } from './ladder'

const settings: LadderSettings = { thresholds: [10, 30, 60, 120], downShare: 0.7, downSeconds: 5 }
const at = (seconds: number, backlogSeconds: number, isBreakerOpen = false): LoadReading => ({
  at: seconds * 1_000,
  backlogSeconds,
  isBreakerOpen,
})
/** The rungs after each of the readings. */
function walk(readings: LoadReading[], within = settings): number[] {
  let state: LadderState | null = null
  return readings.map((reading) => {
    state = stepLadder(state, reading, within)
    return state.rung
  })
}

test('the backlog decides, a threshold belonging to the rung above it', () => {
  const seconds = [0, 9.99, 10, 29.9, 30, 59, 60, 119, 120, 1e9]
  expect(
    seconds.map((backlogSeconds) => rungOf({ backlogSeconds, isBreakerOpen: false }, settings.thresholds)),
  ).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
})

test('an open breaker is rung 3 at least', () => {
  const seconds = [0, 40, 70, 500]
  expect(seconds.map((backlogSeconds) => rungOf({ backlogSeconds, isBreakerOpen: true }, settings.thresholds))).toEqual(
    [3, 3, 3, 4],
  )
})

test('up is at once, down is a rung at a time after five calm seconds each', () => {
  expect(walk([at(0, 0), at(1, 130)])).toEqual([0, 4])
  const calm = Array.from({ length: 22 }, (_, second) => at(second + 1, 0))
  const rungs = walk([at(0, 130), ...calm])
  expect(rungs.slice(1, 6)).toEqual([4, 4, 4, 4, 4])
  expect([rungs[6], rungs[11], rungs[16], rungs[21]]).toEqual([3, 2, 1, 0])
})

test('just below the threshold is not calm, and one busy reading begins the wait anew', () => {
  expect(walk([at(0, 10), ...Array.from({ length: 20 }, (_, s) => at(s + 1, 8))]).at(-1)).toBe(1)
  const interrupted = [at(0, 10), at(1, 1), at(3, 1), at(5, 8), at(7, 1), at(9, 1), at(11, 1)]
  expect(walk(interrupted)).toEqual([1, 1, 1, 1, 1, 1, 1])
  expect(walk([...interrupted, at(12, 1)]).at(-1)).toBe(0)
})

test('readings too far apart begin anew: a house that nobody asked is not closed for what was', () => {
  expect(walk([at(0, 500), at(600, 0)])).toEqual([4, 0])
})

const readings = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 4_000 }),
      backlog: fc.double({ min: 0, max: 200, noNaN: true }),
      isOpen: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 80,
    },
  )
  .map((steps) => {
    let now = 0
    return steps.map(({ gap, backlog, isOpen }) => {
      now += gap
      return { at: now, backlogSeconds: backlog, isBreakerOpen: isOpen }
    })
  })

describe('for any history', () => {
  test('the rung is never below what the load asks for, and never falls by more than one', () => {
    fc.assert(
      fc.property(readings, (history) => {
        const rungs = walk(history)
        history.forEach((reading, i) => {
          expect(rungs[i]).toBeGreaterThanOrEqual(rungOf(reading, settings.thresholds))
          expect((rungs[i - 1] ?? 0) - (rungs[i] ?? 0)).toBeLessThanOrEqual(1)
        })
      }),
      { numRuns: 1_000 },
    )
  })

  test('two descents are at least the hold apart', () => {
    fc.assert(
      fc.property(readings, (history) => {
        const rungs = walk(history)
        const descents = history.filter((_, i) => i > 0 && (rungs[i] ?? 0) < (rungs[i - 1] ?? 0))
        descents.forEach((reading, i) => {
          const last = descents[i - 1]
          if (last) expect(reading.at - last.at).toBeGreaterThanOrEqual(settings.downSeconds * 1_000)
        })
      }),
      { numRuns: 1_000 },
    )
  })

  test('a load that swings by less than the hysteresis moves the rung at most once', () => {
    const swing = fc.tuple(
      fc.constantFrom(...settings.thresholds),
      fc.array(fc.double({ min: 0.71, max: 1.2, noNaN: true }), { minLength: 2, maxLength: 60 }),
    )
    fc.assert(
      fc.property(swing, ([threshold, factors]) => {
        const rungs = walk(factors.map((factor, second) => at(second, threshold * factor)))
        const moves = rungs.filter((rung, i) => i > 0 && rung !== rungs[i - 1])
        expect(moves.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1_000 },
    )
  })

  test('calm for long enough, the house is open again', () => {
    fc.assert(
      fc.property(readings, (history) => {
        const from = history.at(-1)?.at ?? 0
        const calm = Array.from({ length: 25 }, (_, i) => ({
          at: from + (i + 1) * 1_000,
          backlogSeconds: 0,
          isBreakerOpen: false,
        }))
        expect(walk([...history, ...calm]).at(-1)).toBe(0)
      }),
      { numRuns: 300 },
    )
  })
})
