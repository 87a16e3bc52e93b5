import { expect, test } from 'vitest'
import { formatMoment } from './format-moment'

test('names day and minute in UTC, wherever the instant was written down', () => {
  expect(formatMoment('2026-11-20T23:05:59.000Z', 'en')).toBe('20 November 2026, 23:05 UTC')
  expect(formatMoment('2026-11-21T00:05:00.000+01:00', 'zh')).toBe('2026年11月20日 23:05 UTC')
})
