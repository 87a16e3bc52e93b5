import { expect, test } from 'vitest'
import { type AdmissionView, rungs } from '@/lib/contracts/admission'
import { doorWords } from './door-words'

const door = (changes: Partial<AdmissionView>): AdmissionView => ({
  rung: 0,
  isPainterResting: false,
  retryAfterSeconds: null,
  ...changes,
})

test('an open house says nothing, and every other rung one sentence of its own in both languages', () => {
  for (const locale of ['en', 'zh'] as const) {
    expect(doorWords(door({}), false, locale)).toBeNull()
    const words = rungs.slice(1).map((rung) => doorWords(door({ rung }), false, locale))
    expect(new Set(words).size).toBe(4)
    expect(words.every((sentence) => sentence && sentence.length > 10)).toBe(true)
  }
})

test('whoever has an account is told of their turn, and whoever has none that nothing is lost', () => {
  expect(doorWords(door({ rung: 3 }), true, 'en')).toContain('you still get a turn')
  expect(doorWords(door({ rung: 3 }), false, 'en')).toContain('Your photo and your choices stay here')
})

test('a painter that rests is at work on another canvas', () => {
  expect(doorWords(door({ rung: 3, isPainterResting: true }), true, 'en')).toContain(
    'The painter is at work on another canvas.',
  )
  expect(doorWords(door({ rung: 3, isPainterResting: true }), false, 'zh')).toContain('画师正在画另一幅作品。')
})
