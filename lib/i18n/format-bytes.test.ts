import { expect, it } from 'vitest'
import { formatBytes } from './format-bytes'

it.each([
  [0, '0 B'],
  [1023, '1,020 B'],
  [1024, '1 KiB'],
  [1_500_000, '1.43 MiB'],
  [2 ** 30, '1 GiB'],
  [5 * 2 ** 50, '5,120 TiB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes, 'en')).toBe(words)
})
