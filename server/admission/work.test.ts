import fc from 'fast-check'
import { expect, test } from 'vitest'
import { portraitQualities, portraitSizes, sizeClassOf } from '@/lib/contracts/portraits'
import { backlogOf, type Pace, secondsOfWork, type WorkGroup } from './work'

const pace: Pace = {
  workers: 2,
  megapixelsPerSecond: 0.5,
  lastMegapixelsPerSecond: 0.25,
  secondsOfRefined: { 512: 20, 1024: 40 },
}
const group = (changes: Partial<WorkGroup>): WorkGroup => ({
  quality: 'PAINTING',
  longSide: 1024,
  isShort: false,
  count: 1,
  ...changes,
})

test('a size class is the smallest size that holds the picture', () => {
  expect([64, 512, 513, 768, 1024, 1025, 4096].map(sizeClassOf)).toEqual([512, 512, 768, 768, 1024, 2048, 2048])
})

test('plain paintings are pixels at the measured rate, refined ones the seconds of their class among the workers', () => {
  const megapixels = (1024 * 1024 * 0.75) / 1e6
  expect(secondsOfWork([group({ count: 3 })], pace)).toBeCloseTo((megapixels * 3) / 0.5)
  expect(secondsOfWork([group({ quality: 'SKETCH' })], pace)).toBeCloseTo(megapixels / 4 / 0.5)
  expect(secondsOfWork([group({ quality: 'MASTER', count: 4 })], pace)).toBe(80)
  expect(secondsOfWork([group({ quality: 'MASTER', isShort: true })], pace)).toBe(10)
  expect(secondsOfWork([group({ quality: 'MASTER', longSide: 512 })], pace)).toBe(10)
  // Nobody has refined an HD picture yet: the nearest class speaks for it.
  expect(secondsOfWork([group({ quality: 'MASTER', longSide: 2048 })], pace)).toBe(20)
})

test('what nobody can know is null for people, and a guess for the ladder', () => {
  const nothing: Pace = { workers: 0, megapixelsPerSecond: null, lastMegapixelsPerSecond: null, secondsOfRefined: {} }
  expect(secondsOfWork([group({})], nothing)).toBeNull()
  expect(secondsOfWork([group({})], { ...nothing, workers: 1 })).toBeNull()
  expect(secondsOfWork([group({ quality: 'MASTER' })], { ...nothing, workers: 1 })).toBeNull()
  expect(secondsOfWork([], { ...nothing, workers: 1 })).toBe(0)
  expect(backlogOf([group({ quality: 'MASTER' })], { ...nothing, workers: 1 })).toBe(20)
  expect(backlogOf([group({})], { ...nothing, workers: 1 })).toBeGreaterThan(0)
  // Everybody has died, and the last one painted half a megapixel a second.
  const megapixels = (1024 * 1024 * 0.75) / 1e6
  expect(backlogOf([group({})], { ...nothing, lastMegapixelsPerSecond: 0.5 })).toBeCloseTo(megapixels * 2)
  expect(backlogOf([group({ count: 999 })], nothing)).toBe(0)
})

const groups = fc.array(
  fc.record({
    quality: fc.constantFrom(...portraitQualities),
    longSide: fc.constantFrom(...portraitSizes),
    isShort: fc.boolean(),
    count: fc.integer({ min: 0, max: 500 }),
  }),
  { maxLength: 12 },
)
const paces = fc.record({
  workers: fc.integer({ min: 0, max: 50 }),
  lastMegapixelsPerSecond: fc.double({ min: 0.01, max: 100, noNaN: true }),
  megapixelsPerSecond: fc.option(fc.double({ min: 0.01, max: 100, noNaN: true })),
  secondsOfRefined: fc.constantFrom<Record<string, number>>({}, { 512: 3 }, { 768: 9, 2048: 60 }),
})

test('for any queue the backlog is finite, never negative, and grows with every order', () => {
  fc.assert(
    fc.property(groups, paces, fc.constantFrom(...portraitQualities), (queue, measured, quality) => {
      const before = backlogOf(queue, measured)
      expect(Number.isFinite(before) && before >= 0).toBe(true)
      expect(backlogOf([...queue, group({ quality })], measured)).toBeGreaterThan(before)
      const known = secondsOfWork(queue, measured)
      if (known !== null) expect(known).toBeCloseTo(before, 6)
    }),
    { numRuns: 1_000 },
  )
})
