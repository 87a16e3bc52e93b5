import { expect, test } from 'vitest'
import type { TourView } from '@/lib/contracts/tours'
import { addStop, changeStop, draftOf, moveStop, removeStop, wishOf, withVoices } from './tour-draft'

const stop = (id: string) => ({
  ...{ id, artworkId: `work-${id}`, text: { en: id, zh: id }, pauseSeconds: 4 },
  audio: { en: null, zh: null },
})
const tour: TourView = {
  ...{ id: 't', title: { en: 'T', zh: '题' }, text: { en: '', zh: '' }, isPublished: false, version: 3 },
  stops: [stop('a'), stop('b'), stop('c')],
}
const keys = (draft: ReturnType<typeof draftOf>) => draft.stops.map(({ key }) => key).join('')

test('stops change places, within the row', () => {
  const draft = draftOf(tour)
  expect(keys(moveStop(draft, 'a', 1))).toBe('bac')
  expect(keys(moveStop(draft, 'c', -1))).toBe('acb')
  expect(keys(moveStop(draft, 'a', -1))).toBe('abc')
  expect(keys(moveStop(draft, 'c', 1))).toBe('abc')
  expect(keys(removeStop(draft, 'b'))).toBe('ac')
})

test('what is wished names the stops that are there, and none that is new', () => {
  const wish = wishOf(changeStop(addStop(draftOf(tour), 'work-d', 'new'), 'new', { pauseSeconds: 9 }))
  expect(wish.version).toBe(3)
  expect(wish.stops.map(({ id }) => id)).toEqual(['a', 'b', 'c', undefined])
  expect(wish.stops.at(-1)).toEqual({ artworkId: 'work-d', text: { en: '', zh: '' }, pauseSeconds: 9 })
})

test('a recording that arrives leaves what is being written as it is', () => {
  const draft = changeStop(draftOf(tour), 'a', { text: { en: 'new words', zh: '' } })
  const saved = {
    ...tour,
    version: 4,
    stops: [{ ...stop('a'), audio: { en: '/voice', zh: null } }, stop('b'), stop('c')],
  }
  const merged = withVoices(draft, saved)
  expect(merged.version).toBe(4)
  expect(merged.stops[0]).toMatchObject({ text: { en: 'new words', zh: '' }, audio: { en: '/voice', zh: null } })
})
