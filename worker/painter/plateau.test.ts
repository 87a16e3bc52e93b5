import { expect, it } from 'vitest'
import { isPlateau } from './plateau'

/** Losses of so many turns, each by this factor of the one before; the four places differ from each other by a quarter. */
const turns = (factors: number[]) => {
  let level = 0.2
  return factors.flatMap((factor) => {
    level *= factor
    return [1, 1.25, 0.8, 1.1].map((of) => of * level)
  })
}

it('is where a whole turn lowers the loss by less than a twentieth, whatever single places see', () => {
  expect(isPlateau(turns([1, 0.97]))).toBe(true)
  expect(isPlateau(turns([1, 0.9]))).toBe(false)
  expect(isPlateau(turns([1, 0.7, 0.97]))).toBe(true)
  expect(isPlateau(turns([1, 1.02]))).toBe(true)
})

it('is seen in the middle of a turn, too', () => {
  expect(isPlateau([...turns([1, 0.97]), 0.19])).toBe(true)
  expect(isPlateau([...turns([1, 1, 0.6]), 0.11])).toBe(false)
})

it('is not spoken of before two turns are there', () => {
  expect(isPlateau([])).toBe(false)
  expect(isPlateau(turns([1, 1]).slice(0, 7))).toBe(false)
})
