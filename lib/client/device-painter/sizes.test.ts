import { expect, it } from 'vitest'
import { progressOf, sketchesOf } from './sizes'

it('paints small first, and never larger than was asked', () => {
  expect(sketchesOf(512)).toEqual([128, 256, 512])
  expect(sketchesOf(256)).toEqual([128, 256])
  expect(sketchesOf(200)).toEqual([128, 200])
  expect(sketchesOf(90)).toEqual([90])
})

it('is done after the last one', () => {
  const shares = progressOf([128, 256, 512])
  expect(shares.at(-1)).toBe(1)
  expect(shares[0]).toBeCloseTo(1 / 21)
})
