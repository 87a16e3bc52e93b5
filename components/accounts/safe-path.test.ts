import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test('keeps paths of the house', () => {
  expect(safePath('/me/portraits?cursor=a#b', '/')).toBe('/me/portraits?cursor=a#b')
})

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  'me',
  '',
])('does not leave the house for %j', (wish) => {
  expect(safePath(wish, '/account')).toBe('/account')
})

test('several wishes are none', () => {
  expect(safePath(['/a', '/b'], '/account')).toBe('/account')
  expect(safePath(undefined, '/account')).toBe('/account')
})
