import { expect, test } from 'vitest'
import { formatTourPlace, parseTourPlace } from './tour-address'

test('reads what it wrote', () => {
  for (const place of [
    { at: 0, isHeld: false },
    { at: 11, isHeld: true },
  ]) {
    const search = `?${formatTourPlace({ tour: 't-1', ...place }, '')}`
    expect(new URLSearchParams(search).get('tour')).toBe('t-1')
    expect(parseTourPlace(search)).toEqual(place)
  }
})

test.each(['', '?stop=0', '?stop=-1', '?stop=x', '?stop=1.5', '?stop=1e3', '?stop='])(
  'begins at the first stop for %s',
  (search) => {
    expect(parseTourPlace(search)).toEqual({ at: 0, isHeld: false })
  },
)

test('keeps where one stands, and takes out what has ended', () => {
  const stands = 'work=w&at=1,2,3'
  expect(formatTourPlace({ tour: 't', at: 1, isHeld: true }, `?${stands}&tour=old&stop=9`)).toBe(
    `${stands}&tour=t&stop=2&paused=1`,
  )
  expect(formatTourPlace({ tour: 't', at: 1, isHeld: false }, `?${stands}&tour=t&stop=2&paused=1`)).toBe(
    `${stands}&tour=t&stop=2`,
  )
  expect(formatTourPlace(null, `?${stands}&tour=t&stop=2&paused=1`)).toBe(stands)
})
