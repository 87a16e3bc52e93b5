import { expect, test } from 'vitest'
import { clockParts, clockSkew, secondsUntil } from './time-until'

const opensAt = '2026-11-20T14:05:00.000Z'
const opening = Date.parse(opensAt)

test.each([
  ['a second and a bit before', -1_001, 2],
  ['within the last second', -1, 1],
  ['at the hour', 0, 0],
  ['long after', 86_400_000, 0],
])('%s', (_when, ms, seconds) => {
  expect(secondsUntil(opensAt, opening + ms)).toBe(seconds)
})

test('an hour of another time zone is the same moment', () => {
  expect(secondsUntil('2026-11-20T22:05:00+08:00', opening - 60_000)).toBe(60)
})

test.each([
  [0, [0, 0, 0, 0]],
  [59, [0, 0, 0, 59]],
  [3_600, [0, 1, 0, 0]],
  [86_399, [0, 23, 59, 59]],
  [86_400, [1, 0, 0, 0]],
  [100 * 86_400 + 3_661, [100, 1, 1, 1]],
])('%i seconds', (seconds, parts) => {
  expect(Object.values(clockParts(seconds))).toEqual(parts)
})

/** What a device finds whose clock is so far ahead of the house's, ms, when the answer took so long. */
const skewOf = (aheadMs: number, tookMs: number, millisecond = 0) => {
  const sentAt = opening + aheadMs + millisecond
  const date = new Date(opening + tookMs / 2 + millisecond).toUTCString()
  return clockSkew({ sentAt, cameAt: sentAt + tookMs, date })
}

test('a clock that is wrong is put right, to the second', () => {
  for (const ahead of [3_600_000, -3_600_000, 5_000, -5_000]) {
    for (const millisecond of [0, 999])
      expect(Math.abs(skewOf(ahead, 80, millisecond) + ahead)).toBeLessThanOrEqual(500)
  }
})

test('a clock that is right is left alone, also where the answer took long', () => {
  for (const millisecond of [0, 500, 999]) expect(skewOf(0, 80, millisecond)).toBe(0)
  expect(clockSkew({ sentAt: opening, cameAt: opening + 20_000, date: new Date(opening).toUTCString() })).toBe(0)
})

test('an answer without a date, or with nonsense in its place, tells nothing', () => {
  const answer = { sentAt: opening + 3_600_000, cameAt: opening + 3_600_100 }
  expect([clockSkew({ ...answer, date: null }), clockSkew({ ...answer, date: 'soon' })]).toEqual([0, 0])
})
