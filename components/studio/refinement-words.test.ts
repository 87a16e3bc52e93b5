import { expect, test } from 'vitest'
import { refinementWords } from './refinement-words'

const painting = {
  id: '019a0000-0000-7000-8000-000000000001',
  width: 4,
  height: 5,
  blur: 'data:,',
  colour: '#000000',
  access: null,
}
const done = { status: 'PAINTED', quality: 'MASTER', painting, steps: 28, end: 'steps' } as const

test('says what was done', () => {
  expect(refinementWords(done, 'en')).toBe('Refined in 28 steps.')
  expect(refinementWords({ ...done, steps: 1, end: 'stop' }, 'en')).toBe('Refined in one step, until you stopped it.')
  expect(refinementWords({ ...done, end: 'plateau' }, 'en')).toContain('until nothing improved any more')
  expect(refinementWords({ ...done, end: 'budget' }, 'zh')).toBe('在有限的时间里精修了 28 步。')
  expect(refinementWords({ ...done, steps: 0, end: 'stop' }, 'en')).toBe('It was painted, but not refined.')
})

test('says nothing before the picture is there, nor where no refinement was ordered', () => {
  expect(refinementWords({ ...done, status: 'PAINTING', painting: null }, 'en')).toBeNull()
  expect(refinementWords({ ...done, painting: null }, 'en')).toBeNull()
  expect(refinementWords({ ...done, quality: 'PAINTING', steps: 0, end: null }, 'en')).toBeNull()
})
