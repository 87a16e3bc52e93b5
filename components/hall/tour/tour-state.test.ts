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
const play = (state: TourState, ...kinds: (TourStep['kind'] | 1 | -1)[]) =>
  kinds.reduce(
    (now, kind) => stepTour(now, typeof kind === 'number' ? { kind: 'skip', by: kind } : ({ kind } as TourStep)),
    state,
  )
const where = ({ at, phase }: TourState) => [at, phase]

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

test('who takes the wheel is left alone, and led to the same stop again when they wish', () => {
  const held = play(begin(), 'arrived', 'hold')
  expect(where(held)).toEqual([0, 'held'])
  expect(where(play(held, 'told', 'looked', 'arrived'))).toEqual([0, 'held'])
  expect(where(play(held, 'resume'))).toEqual([0, 'walking'])
})

test('skips forwards and back at any time', () => {
  expect(where(play(begin(), 1))).toEqual([1, 'walking'])
  expect(where(play(begin(), -1))).toEqual([0, 'walking'])
  expect(where(play(begin(), 'arrived', 'hold', 1))).toEqual([1, 'walking'])
  expect(where(play(begin(), 1, 1))).toEqual([1, 'over'])
  expect(where(play(begin(), 1, 1, -1))).toEqual([1, 'walking'])
})

test('what comes late changes nothing', () => {
  expect(where(play(begin(), 'told'))).toEqual([0, 'walking'])
  expect(where(play(begin(), 'arrived', 'looked'))).toEqual([0, 'telling'])
})
