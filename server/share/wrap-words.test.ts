import { expect, test } from 'vitest'
import { widthOf, wrapWords } from './wrap-words'

test.each([
  ['Pond in the Evening', 6, 3, ['Pond in the', 'Evening']],
  ['傍晚的池塘与垂柳', 4, 3, ['傍晚的池', '塘与垂柳']],
  ['One two three four five six', 4, 2, ['One two', 'three …']],
  ['Unbreakablewordthatislong', 4, 2, ['Unbreakablewordthatislong']],
  ['', 4, 2, []],
])('"%s" in lines of %d', (text, ems, most, lines) => expect(wrapWords(text, ems, most)).toEqual(lines))

test('a Chinese character is as wide as two letters', () => expect(widthOf('池ab')).toBe(2))
