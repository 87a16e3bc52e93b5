import { expect, it } from 'vitest'
import { formatYear } from './format-year'

it('says roughly in the reader’s language', () => {
  expect(formatYear('c. 1906', 'en')).toBe('c. 1906')
  expect(formatYear('c. 1906', 'zh')).toBe('约1906')
  expect(formatYear('1884–86', 'zh')).toBe('1884–86')
})
