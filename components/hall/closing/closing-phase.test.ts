import { expect, test } from 'vitest'
import { closingPhase } from './closing-phase'

test('the last hour, ten minutes, one minute and the end are told, each once, and no second between', () => {
  const seconds = Array.from({ length: 2 * 3_600 + 1 }, (_, index) => 2 * 3_600 - index)
  const told = seconds.flatMap((left, index) => {
    const phase = closingPhase(left)
    const before = index === 0 ? null : closingPhase((seconds[index - 1] as number) ?? null)
    return phase === before ? [] : [[left, phase]]
  })
  expect(told).toEqual([
    [3_600, 'hour'],
    [600, 'minutes'],
    [60, 'minute'],
    [0, 'over'],
  ])
})

test('nothing is told while nobody knows how long it is', () => {
  expect(closingPhase(null)).toBeNull()
})
