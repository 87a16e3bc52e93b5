import { expect, test } from 'vitest'
import type { TourView } from '@/lib/contracts/tours'
import { beginTour, stepTour, type TourState, type TourStep } from './tour-state'

const stop = (artworkId: string) => ({
  ...{ id: `stop-${artworkId}`, artworkId, text: { en: 'See', zh: '看' }, pauseSeconds: 1 },
  audio: { en: null, zh: null },
})
const tour: TourView = {
  ...{ id: 't', title: { en: 'T', zh: '题' }, text: { en: '', zh: '' }, isPublished: true, version: 1 },
  stops: [stop('b'), stop('gone'), stop('a')],
}
const begin = () => beginTour(tour, ['a', 'b']) as TourState
/** `resume` goes on before the work; `return` goes on from elsewhere. */
type Move = 'arrived' | 'told' | 'looked' | 'hold' | 'resume' | 'return' | 1 | -1
const stepOf = (move: Move): TourStep =>
  typeof move === 'number'
    ? { kind: 'skip', by: move }
    : move === 'resume' || move === 'return'
      ? { kind: 'resume', isThere: move === 'resume' }
      : { kind: move }
const play = (state: TourState, ...moves: Move[]) => moves.map(stepOf).reduce(stepTour, state)
const where = ({ at, phase, isHeld }: TourState) => [at, isHeld ? `${phase}, held` : phase]

test('goes from stop to stop in its own order, past works that are gone, and ends', () => {
  const state = begin()
  expect(state.stops.map(({ workIndex }) => workIndex)).toEqual([1, 0])
  expect(where(play(state, 'arrived'))).toEqual([0, 'telling'])
  expect(where(play(state, 'arrived', 'told', 'looked'))).toEqual([1, 'walking'])
  const end = play(state, 'arrived', 'told', 'looked', 'arrived', 'told', 'looked')
  expect(where(end)).toEqual([1, 'over'])
  expect(where(play(end, 'resume'))).toEqual([0, 'walking'])
})

test('without any work that hangs here there is no tour', () => {
  expect(beginTour(tour, ['x'])).toBeNull()
})

test('who takes the wheel is left alone', () => {
  const held = play(begin(), 'arrived', 'hold')
  expect(where(held)).toEqual([0, 'telling, held'])
  expect(play(held, 'told', 'looked', 'arrived', 'hold')).toBe(held)
})

test.each([
  ['the words', ['arrived'], 'telling'],
  ['the look after them', ['arrived', 'told'], 'looking'],
] as const)('a held tour goes on with %s where it stopped, walking only from elsewhere', (_what, moves, phase) => {
  const held = play(begin(), ...moves, 'hold')
  expect(play(held, 'resume')).toEqual({ ...held, isHeld: false })
  const back = play(held, 'return')
  expect(where(back)).toEqual([0, 'walking'])
  expect(where(play(back, 'arrived'))).toEqual([0, phase])
  // The same visit: what was said is not said again.
  expect(back.visit).toBe(held.visit)
})

test('one that is held on its way walks on', () => {
  for (const move of ['resume', 'return'] as const) expect(where(play(begin(), 'hold', move))).toEqual([0, 'walking'])
})

test('each stop that one is led to begins anew, the same one as well', () => {
  const first = play(begin(), 'arrived')
  const again = play(first, -1)
  expect(where(again)).toEqual([0, 'walking'])
  expect(new Set([first, again, play(again, 1), play(first, 1)].map(({ visit }) => visit)).size).toBe(4)
  // After the rest of a look was walked back to, the next stop is told all the same.
  const looked = play(first, 'told', 'hold', 'return', 'arrived', 'looked', 'arrived')
  expect(where(looked)).toEqual([1, 'telling'])
})

test('is taken up at a stop, going or waiting with its words', () => {
  const takeUp = (at: number, isHeld: boolean) => beginTour(tour, ['a', 'b'], { at, isHeld }) as TourState
  expect(where(takeUp(1, false))).toEqual([1, 'walking'])
  expect(where(takeUp(1, true))).toEqual([1, 'telling, held'])
  for (const at of [2, -1, 0.5, Number.NaN]) expect(where(takeUp(at, false))).toEqual([0, 'walking'])
})

test('skips forwards and back at any time', () => {
  expect(where(play(begin(), 1))).toEqual([1, 'walking'])
  expect(where(play(begin(), -1))).toEqual([0, 'walking'])
  expect(where(play(begin(), 'arrived', 'hold', 1))).toEqual([1, 'walking'])
  expect(where(play(begin(), 1, 1))).toEqual([1, 'over'])
  expect(where(play(begin(), 1, 'hold', 1))).toEqual([1, 'over'])
  expect(where(play(begin(), 1, 1, -1))).toEqual([1, 'walking'])
})

test('what comes late changes nothing', () => {
  expect(where(play(begin(), 'told'))).toEqual([0, 'walking'])
  expect(where(play(begin(), 'arrived', 'looked'))).toEqual([0, 'telling'])
})
