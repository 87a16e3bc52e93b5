import { expect, it } from 'vitest'
import { isNewerVersion } from './is-newer-version'

it.each([
  ['4.12919.6340', '4.9000.9999', true],
  ['10.1.1', '9.9.9', true],
  ['3.99999.1', '4.1.1', false],
  ['4.12919.6340', '4.12919.6340', false],
  ['4.13000.6340.1a2b', '4.12919.6340', true],
  ['4.12919.6341.1a2b', '4.12919.6340.ffff', true],
])('%s after %s: %s', (version, other, is) => {
  expect(isNewerVersion(version, other)).toBe(is)
})

it('cannot tell of equal numbers, nor of digests', () => {
  expect(isNewerVersion('4.12919.6340.ffff', '4.12919.6340.1a2b')).toBe(false)
  expect(isNewerVersion('4.12919.6340.1a2b', '4.12919.6340.ffff')).toBe(false)
  expect(isNewerVersion('9f00c0ffee00', '1a2b3c4d5e6f')).toBe(false)
  expect(isNewerVersion('4.1.1', '1a2b3c4d5e6f')).toBe(false)
  expect(isNewerVersion('1a2b3c4d5e6f', '4.1.1')).toBe(false)
})
