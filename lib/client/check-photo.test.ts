import { expect, test } from 'vitest'
import { checkDimensions, checkFile, sniffPhoto } from './check-photo'

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

test.each([
  ['image/jpeg', '\xff\xd8\xff\xe0....JFIF'],
  ['image/png', '\x89PNG\r\n\x1a\n....'],
  ['image/webp', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['image/avif', '\0\0\0\x20ftypavif'],
] as const)('knows %s by its first bytes', (type, head) => {
  expect(sniffPhoto(bytes(head))).toBe(type)
})

test.each([
  '<svg xmlns="http',
  'GIF89a',
  '%PDF-1.7',
  'PK\x03\x04',
  '<!doctype html>',
  'RIFF\0\0\0\0WAVE',
  '\0\0\0\x20ftypheic',
  '',
])('does not paint from %j', (head) => {
  expect(sniffPhoto(bytes(head))).toBeNull()
})

test('a file is judged by its length, then by what it is', () => {
  const jpeg = bytes('\xff\xd8\xff\xe0')
  expect(checkFile(0, bytes(''))).toBe('photo_empty')
  expect(checkFile(15 * 1024 * 1024, jpeg)).toBeNull()
  expect(checkFile(15 * 1024 * 1024 + 1, jpeg)).toBe('photo_too_large')
  expect(checkFile(300, bytes('<svg'))).toBe('photo_unsupported')
})

test('pixels have limits in number, side and proportion', () => {
  expect(checkDimensions(4000, 3000)).toBeNull()
  expect(checkDimensions(8000, 5000)).toBeNull()
  expect(checkDimensions(8000, 5001)).toBe('photo_too_many_pixels')
  expect(checkDimensions(15, 600)).toBe('photo_too_small')
  expect(checkDimensions(100, 1201)).toBe('photo_too_narrow')
  expect(checkDimensions(1200, 100)).toBeNull()
})
