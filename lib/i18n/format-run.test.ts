import { describe, expect, test } from 'vitest'
import { formatDay, formatRun } from './format-run'

const opens = '2026-11-20T23:30:00.000Z'
const closes = '2027-01-31T10:00:00.000Z'

describe('formatRun', () => {
  test('names both days, in UTC, with plain spaces', () => {
    expect(formatRun(opens, closes, 'en')).toBe('20 November 2026 – 31 January 2027')
    expect(formatRun(opens, closes, 'zh')).toBe('2026年11月20日至2027年1月31日')
  })

  test('names the one day there is', () => {
    expect(formatRun(opens, null, 'en')).toBe('From 20 November 2026')
    expect(formatRun(null, closes, 'en')).toBe('Until 31 January 2027')
    expect(formatRun(opens, null, 'zh')).toBe('2026年11月20日起')
    expect(formatRun(null, closes, 'zh')).toBe('至2027年1月31日')
  })

  test('says nothing about an exhibition without dates', () => {
    expect(formatRun(null, null, 'en')).toBeNull()
  })
})

test('formatDay does not depend on where the server stands', () => {
  expect(formatDay('2026-01-01T00:00:00.000Z', 'en')).toBe('1 January 2026')
})
