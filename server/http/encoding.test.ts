import { expect, test } from 'vitest'
import { pickEncoding } from './encoding'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br; q=0, *', 'gzip'],
  ['*', 'br'],
  ['GZIP', 'gzip'],
  ['identity', 'identity'],
] as const)('Accept-Encoding: %s -> %s', (wish, encoding) => {
  expect(pickEncoding(wish)).toBe(encoding)
})
