import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { markOfNumbers, markOfPicture } from '@/server/styles/manner-mark'
import { cacheKey, ownKey, type PaintingRecipe } from './cache-key'

const model = { name: 'masters', version: '2' }
const code = Uint8Array.of(1, 2, 3, 4)
const numbers = { code, broadCode: Uint8Array.of(5, 6, 7, 8), target: Uint8Array.of(9, 9, 9, 9) }
const style = markOfNumbers(numbers, model)
const other = markOfPicture('ab'.repeat(32), model)

const recipe: PaintingRecipe = {
  photoSha256: 'cd'.repeat(32),
  style,
  blend: { style: other, part: 0.5 },
  strength: 1,
  strokes: 0.5,
  longSide: 768,
  quality: 'PAINTING',
  seed: 0,
  keepColours: false,
}

test('equal recipes have one key, in whatever order they are written down', () => {
  const turned = Object.fromEntries(Object.entries(recipe).reverse()) as unknown as PaintingRecipe
  expect(cacheKey(turned)).toBe(cacheKey(recipe))
  expect(cacheKey(recipe)).toMatch(/^[0-9a-f]{64}$/)
})

test('every wish makes another key', () => {
  const changes: Partial<PaintingRecipe>[] = [
    {},
    { photoSha256: 'ef'.repeat(32) },
    { style: other },
    { blend: null },
    { blend: { style: other, part: 0.25 } },
    { blend: { style, part: 0.5 } },
    { strength: 0.9 },
    { strokes: 0.4 },
    { longSide: 2048 },
    { quality: 'MASTER' },
    { quality: 'SKETCH' },
    { seed: 1 },
    { keepColours: true },
  ]
  expect(new Set(changes.map((change) => cacheKey({ ...recipe, ...change }))).size).toBe(changes.length)
})

test('what was refined in an earlier way is not served, and what the network alone painted still is', () => {
  const keyOfBefore = (of: PaintingRecipe) => {
    const entries = Object.entries({ ...of, blend: of.blend && [of.blend.style, of.blend.part] })
    const text = JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
    return createHash('sha256').update(text).digest('hex')
  }
  expect(cacheKey(recipe)).toBe(keyOfBefore(recipe))
  const master: PaintingRecipe = { ...recipe, quality: 'MASTER' }
  expect(cacheKey(master)).not.toBe(keyOfBefore(master))
})

test('a manner is told by each of its numbers, its picture and its model', () => {
  const marks = [
    style,
    markOfNumbers({ ...numbers, code: Uint8Array.of(1, 2, 3, 5) }, model),
    markOfNumbers({ ...numbers, broadCode: null }, model),
    markOfNumbers({ ...numbers, target: Uint8Array.of(9, 9, 9, 8) }, model),
    markOfNumbers(numbers, { ...model, version: '3' }),
    other,
    markOfPicture('ac'.repeat(32), model),
    markOfPicture('ab'.repeat(32), { ...model, version: '3' }),
  ]
  expect(new Set(marks).size).toBe(marks.length)
  expect(markOfNumbers({ ...numbers }, { ...model })).toBe(style)
})

test('what was cut short is kept where no wish and no other order leads', () => {
  const keys = [
    cacheKey(recipe),
    ownKey({ id: 'a', attempt: 1 }),
    ownKey({ id: 'a', attempt: 2 }),
    ownKey({ id: 'b', attempt: 1 }),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})
