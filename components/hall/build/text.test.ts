import { expect, test } from 'vitest'
import { wrap, wrapEvenly } from './text'

/** Every character is as wide as every other. */
const even = { measureText: (text: string) => ({ width: [...text].length }) }

const forbiddenFirst = /^[，。、；：？！》」』】）〉〕”’…—,.;:!?)]/
const forbiddenLast = /[《「『【（〈〔“‘(]$/

test('no line begins with what closes, and none ends with what opens, at any width', () => {
  const texts = [
    '印象派画家莫奈的《睡莲》，“光与水”；以及『日出·印象』（1872）！',
    '她说：“今天，我们看画。”他问：“真的吗？”——真的……',
    '「静物」、「风景」、「肖像」：三个展室。',
  ]
  for (const text of texts) {
    for (let width = 4; width < 24; width++) {
      const lines = wrap(even, text, width, 99)
      expect(lines.join('')).toBe(text)
      for (const [index, line] of lines.entries()) {
        if (index > 0) expect(line, `${width}: ${lines.join('|')}`).not.toMatch(forbiddenFirst)
        if (index < lines.length - 1) expect(line, `${width}: ${lines.join('|')}`).not.toMatch(forbiddenLast)
      }
    }
  }
})

test('a mark takes the character before it along, and a quotation begins on the line of its first character', () => {
  expect(wrap(even, '一二三四，五六', 4, 9)).toEqual(['一二三', '四，五六'])
  expect(wrap(even, '一二三《四五》', 4, 9)).toEqual(['一二三', '《四五》'])
})

test('words are broken between words, also before one that begins with a quotation mark', () => {
  expect(wrap(even, 'the light and “the water”', 13, 9)).toEqual(['the light and', '“the water”'])
  expect(wrap(even, 'rock ’n’ roll', 5, 9)).toEqual(['rock', '’n’', 'roll'])
})

test('what is left over ends in an ellipsis, never behind a mark that opens', () => {
  expect(wrap(even, '一二三四五六七八', 3, 2)).toEqual(['一二三', '四五…'])
  expect(wrap(even, '一二三四《五六七》八', 4, 2)).toEqual(['一二三四', '《五六…'])
  expect(wrap(even, '一二《三四》五六', 3, 1)).toEqual(['一二…'])
  expect(wrap(even, '一《二三四五', 3, 1)).toEqual(['一…'])
})

test('lines are about as long as each other', () => {
  expect(wrapEvenly(even, '一二三四五六七八九十', 8, 4)).toEqual(['一二三四五', '六七八九十'])
})
