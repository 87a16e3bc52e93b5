import { expect, test } from 'vitest'
import { changesOf, optionsOfRung } from './options-of-rung'

const wish = { quality: 'MASTER', strength: 1, strokes: 0.5, size: 2048, keepColours: true } as const

test('shows of a choice what the hour has, and nothing else of it changes', () => {
  expect(optionsOfRung(wish, 0)).toEqual(wish)
  expect(optionsOfRung(wish, 1)).toEqual({ ...wish, size: 1024 })
  expect(optionsOfRung(wish, 2)).toEqual({ ...wish, size: 512, quality: 'PAINTING' })
  expect(optionsOfRung({ ...wish, quality: 'SKETCH', size: 768 }, 1)).toEqual({ ...wish, quality: 'SKETCH', size: 768 })
})

test('a change of one option leaves the wishes that rest as they are', () => {
  const shown = optionsOfRung(wish, 2)
  expect({ ...wish, ...changesOf(shown, { ...shown, strength: 0.3 }) }).toEqual({ ...wish, strength: 0.3 })
})
