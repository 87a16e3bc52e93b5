import { expect, test } from 'vitest'
import { breathsOf } from './breaths-of'

/** Characters that one utterance may have. */
const most = { en: 180, zh: 54 } as const
const sentence = 'The painter stood here for most of an afternoon, looking at the water. '

test('what is short is said in one breath, and nothing in none', () => {
  expect(breathsOf(' A pond. At dusk. ', 'en')).toEqual(['A pond. At dusk.'])
  expect(breathsOf(' \n ', 'en')).toEqual([])
})

test.each([
  ['en', sentence.repeat(12)],
  ['en', 'one two three four five six seven '.repeat(20)],
  ['zh', '画家整个下午都站在这里，望着水面。'.repeat(15)],
  ['zh', '水'.repeat(200)],
] as const)('no breath is too long, and no word is lost: %s', (language, text) => {
  const breaths = breathsOf(text, language)
  expect(breaths.length).toBeGreaterThan(1)
  for (const breath of breaths) expect(breath.length).toBeLessThanOrEqual(most[language])
  expect(breaths.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
})

test('breath is drawn after a sentence, else after a part of one, else between words', () => {
  expect(breathsOf(sentence.repeat(3), 'en')).toEqual([sentence.repeat(2).trim(), sentence.trim()])
  const parts = `${'a long way round '.repeat(9)}home, ${'and back the same way '.repeat(3)}`
  expect(breathsOf(parts, 'en')[0]).toMatch(/home,$/)
  expect(breathsOf('word '.repeat(60), 'en')[0]).toMatch(/^(?:word )+word$/)
})

test('a point within a number ends no sentence', () => {
  const text = `It measures ${'x'.repeat(120)} by 1.5 metres ${'y'.repeat(80)}.`
  expect(breathsOf(text, 'en')[0]).toMatch(/by 1\.5 metres$/)
})
