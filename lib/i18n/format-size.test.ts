import { expect, test } from 'vitest'
import { formatSize } from './format-size'

test('prints height before width, to the millimetre', () => {
  expect(formatSize(92.5, 73, 'en')).toBe('73 × 92.5 cm')
  expect(formatSize(60, 80.04, 'zh')).toBe('80 × 60 厘米')
})
