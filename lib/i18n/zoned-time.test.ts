import { expect, test } from 'vitest'
import { instantOf, localTimeOf } from './zoned-time'

const cases = [
  ['2026-11-25T18:30', 'Asia/Shanghai', '2026-11-25T10:30:00.000Z'],
  ['2026-07-01T09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
  ['2026-01-01T00:15', 'America/New_York', '2026-01-01T05:15:00.000Z'],
  ['2026-01-01T00:15', 'Asia/Kolkata', '2025-12-31T18:45:00.000Z'],
  ['2026-01-01T00:00', 'UTC', '2026-01-01T00:00:00.000Z'],
] as const

test.each(cases)('%s in %s is %s, and back', (local, zone, instant) => {
  expect(instantOf(local, zone)).toBe(instant)
  expect(localTimeOf(instant, zone)).toBe(local)
})

test('clocks that are put forward leave an hour out: it counts as the one after', () => {
  expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  expect(localTimeOf('2026-03-29T01:30:00.000Z', 'Europe/Berlin')).toBe('2026-03-29T03:30')
})

test('clocks that are put back show an hour twice: the first is meant', () => {
  expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
})

test('what is no time is none', () => {
  expect(instantOf('soon', 'UTC')).toBeNull()
})
