import { expect, test } from 'vitest'
import { readChange, writeChange } from './change-notice'

test('a notice says what it was told, each tag once', () => {
  const notice = writeChange({ id: 'a', tags: ['x', 'y', 'x'], isGone: true })
  expect(readChange(notice)).toEqual({ id: 'a', tags: ['x', 'y'], isGone: true })
})

test('more tags than PostgreSQL takes become everything', () => {
  const tags = Array.from({ length: 500 }, (_, index) => `artwork:${index} 池塘`)
  const notice = writeChange({ id: 'a', tags, isGone: false })
  expect(Buffer.byteLength(notice)).toBeLessThan(8_000)
  expect(readChange(notice)).toEqual({ id: 'a', tags: null, isGone: false })
})

test('a notice that nobody understands means everything', () => {
  for (const text of ['', 'x', '{}', '[]', '{"id":"a","tags":[1],"isGone":false}'])
    expect(readChange(text)).toMatchObject({ tags: null })
})
