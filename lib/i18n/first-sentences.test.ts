import { expect, test } from 'vitest'
import { firstSentences } from './first-sentences'

test('takes whole sentences in both languages and leaves shorter texts alone', () => {
  expect(firstSentences('One pond. Two skies! Three hours?', 2, 'en')).toBe('One pond. Two skies!')
  expect(firstSentences('一池水。两片天！三小时？', 2, 'zh')).toBe('一池水。两片天！')
  expect(firstSentences('  Only one ', 2, 'en')).toBe('Only one')
  expect(firstSentences('', 2, 'en')).toBe('')
})
