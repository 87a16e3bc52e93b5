import { expect, test } from 'vitest'
import { addLoss, noLosses } from './loss-trail'

const at = (sequence: number, loss: number | null, attempt = 1) => ({ attempt, sequence, loss })

test('keeps what was measured, in its order, and nothing twice', () => {
  const told = [at(1, null), at(2, 0.9), at(3, 0.7), at(4, 0.7), at(5, 0.6)]
  expect(told.reduce(addLoss, noLosses).losses).toEqual([0.9, 0.7, 0.6])
})

test('nothing new leaves the very same trail', () => {
  const trail = addLoss(noLosses, at(2, 0.9))
  expect(addLoss(trail, at(2, 0.9))).toBe(trail)
  expect(addLoss(trail, at(1, 0.5))).toBe(trail)
})

test('another attempt begins anew', () => {
  const trail = [at(7, 0.5), at(1, 0.8, 2)].reduce(addLoss, noLosses)
  expect(trail.losses).toEqual([0.8])
})

test('a long trail is thinned out and keeps its beginning', () => {
  const told = Array.from({ length: 1000 }, (_, index) => at(index + 1, 1 - index / 2000))
  const { losses } = told.reduce(addLoss, noLosses)
  expect(losses.length).toBeLessThanOrEqual(128)
  expect(losses[0]).toBe(1)
  expect([...losses].sort((a, b) => b - a)).toEqual(losses)
})
