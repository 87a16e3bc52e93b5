import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressBlock } from './address-block'

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['203.0.113.9:4711', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['::FFFF:cb00:7109', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, block) => {
  expect(addressBlock(address)).toBe(block)
})

test('all addresses of one /64 count as one, those of another apart', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16))
  const four = fc.tuple(group, group, group, group)
  fc.assert(
    fc.property(four, four, four, four, (network, other, one, two) => {
      const at = (...parts: string[][]) => addressBlock(parts.flat().join(':'))
      expect(at(network, one)).toBe(at(network, two))
      if (network.join(':') !== other.join(':')) expect(at(network, one)).not.toBe(at(other, one))
    }),
  )
})

test('whatever a proxy wrote gives a key that a table can hold', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 5_000 }), (text) => {
      expect(addressBlock(text).length).toBeLessThanOrEqual(64)
    }),
  )
})
