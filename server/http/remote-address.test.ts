import { expect, test } from 'vitest'
import { remoteAddress } from './remote-address'

test('without proxies the peer is believed and claims are not', () => {
  expect(remoteAddress('203.0.113.9', '10.0.0.1', 0)).toBe('203.0.113.9')
  expect(remoteAddress('203.0.113.9', undefined, 0)).toBe('203.0.113.9')
})

test('behind proxies the entry of the outermost one counts, however many were claimed before it', () => {
  expect(remoteAddress('10.0.0.2', '198.51.100.7', 1)).toBe('198.51.100.7')
  expect(remoteAddress('10.0.0.2', '1.1.1.1, 2.2.2.2, 198.51.100.7', 1)).toBe('198.51.100.7')
  expect(remoteAddress('10.0.0.2', ['1.1.1.1', '198.51.100.7, 10.0.0.3'], 2)).toBe('198.51.100.7')
})

test("a request that came past the proxies is its peer's", () => {
  expect(remoteAddress('10.0.0.2', undefined, 2)).toBe('10.0.0.2')
})
