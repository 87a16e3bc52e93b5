import { expect, test } from 'vitest'
import { byteRange } from './byte-range'

const tag = '"abc"'
const asked = (range: string | null, size = 100, ifRange?: string) => {
  const headers = new Headers()
  if (range !== null) headers.set('Range', range)
  if (ifRange !== undefined) headers.set('If-Range', ifRange)
  return byteRange(headers, size, tag)
}

test.each([
  ['the probe of a media element', 'bytes=0-1', [0, 1]],
  ['one byte', 'bytes=99-99', [99, 99]],
  ['the rest from a byte on', 'bytes=40-', [40, 99]],
  ['more than there is', 'bytes=40-4000', [40, 99]],
  ['the last bytes', 'bytes=-10', [90, 99]],
  ['more last bytes than there are', 'bytes=-1000', [0, 99]],
  ['a unit in capitals', 'Bytes=1-2', [1, 2]],
  ['numbers beyond any file', `bytes=0-${'9'.repeat(400)}`, [0, 99]],
] as const)('gives %s', (_what, range, [first, last]) => {
  expect(asked(range)).toEqual({ first, last })
})

test.each([
  ['none', null],
  ['several parts', 'bytes=0-1,5-6'],
  ['another unit', 'seconds=0-1'],
  ['an end before its beginning', 'bytes=5-4'],
  ['no number', 'bytes=-'],
  ['a sign', 'bytes=+1-2'],
  ['words', 'bytes=first-last'],
])('gives all where the wish is %s', (_what, range) => {
  expect(asked(range)).toBe('whole')
})

test.each([
  ['behind the end', 'bytes=100-', 100],
  ['far behind it', `bytes=${'9'.repeat(400)}-`, 100],
  ['no last bytes', 'bytes=-0', 100],
  ['a part of nothing', 'bytes=0-', 0],
  ['the last bytes of nothing', 'bytes=-5', 0],
])('cannot give %s', (_what, range, size) => {
  expect(asked(range, size)).toBe('unsatisfiable')
})

test('goes on with a file that is still the same alone', () => {
  expect(asked('bytes=5-', 100, tag)).toEqual({ first: 5, last: 99 })
  for (const other of ['"abd"', `W/${tag}`, 'Fri, 27 Nov 2026 08:00:00 GMT']) {
    expect(asked('bytes=5-', 100, other)).toBe('whole')
    expect(asked('bytes=100-', 100, other)).toBe('whole')
  }
})
