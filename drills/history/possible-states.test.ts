import { expect, test } from 'vitest'
import type { Outcome } from './operation'
import { possibleStates } from './possible-states'

const calls = (...list: [isSet: boolean, outcome: Outcome][]) =>
  list.map(([isSet, outcome], index) => ({ isSet, outcome, invokedAt: index }))

test('an acknowledged call settles the state, a refused one does not', () => {
  expect([...possibleStates(calls([true, 'ok']))]).toEqual([true])
  expect([...possibleStates(calls([true, 'ok'], [false, 'fail']))]).toEqual([true])
  expect([...possibleStates(calls([true, 'ok'], [false, 'ok']))]).toEqual([false])
})

test('an unknown call leaves both possible, even after a later acknowledged one', () => {
  expect(possibleStates(calls([true, 'unknown']))).toEqual(new Set([false, true]))
  expect(possibleStates(calls([false, 'unknown'], [true, 'ok']))).toEqual(new Set([true, false]))
  expect(possibleStates(calls([true, 'unknown'], [true, 'ok']))).toEqual(new Set([true]))
})
