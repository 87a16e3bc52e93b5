import { expect, test } from 'vitest'
import { niceTop } from './nice-top'

test.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [5, 6],
  [9, 10],
  [10, 20],
  [61, 100],
  [100, 200],
])('a scale for %d ends at %d', (most, top) => {
  expect(niceTop(most)).toBe(top)
})
