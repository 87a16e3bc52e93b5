import { expect, test } from 'vitest'
import { Shelf, type ShelfEntry } from './shelf'

const entry = (changes: Partial<ShelfEntry<string>> = {}): ShelfEntry<string> => ({
  value: 'x',
  tags: [],
  bytes: 10,
  filledAt: 0,
  readyAt: 0,
  turn: 0,
  youngMs: 0,
  until: Number.POSITIVE_INFINITY,
  refreshAt: Number.POSITIVE_INFINITY,
  retryAt: 0,
  isOutdated: false,
  ...changes,
})
const atOnce = () => 0

test('what was used longest ago goes first, and what is larger than the shelf never stays', () => {
  const shelf = new Shelf<string>(30)
  for (const key of ['a', 'b', 'c']) shelf.put(key, entry())
  shelf.find('a')
  shelf.put('d', entry())
  expect(shelf.find('b')).toBeUndefined()
  shelf.put('huge', entry({ bytes: 31 }))
  expect(['a', 'c', 'd', 'huge'].map((key) => shelf.find(key) !== undefined)).toEqual([true, true, true, false])
  expect([shelf.count, shelf.bytes]).toEqual([3, 30])
})

test('an entry that is put again counts once', () => {
  const shelf = new Shelf<string>(30)
  shelf.put('a', entry({ bytes: 10, tags: ['old'] }))
  shelf.put('a', entry({ bytes: 20, tags: ['new'] }))
  shelf.drop(['old'], false, atOnce)
  expect(shelf.find('a')?.isOutdated).toBe(false)
  expect([shelf.count, shelf.bytes]).toEqual([1, 20])
})

test('a change outdates what was made from it, and nothing else; what is gone is not even kept', () => {
  const shelf = new Shelf<string>(100)
  shelf.put('one', entry({ tags: ['pond', 'bridge'] }))
  shelf.put('two', entry({ tags: ['bridge'] }))
  shelf.drop(['pond'], false, atOnce)
  expect(shelf.find('one')?.isOutdated).toBe(true)
  expect(shelf.find('two')?.isOutdated).toBe(false)
  shelf.drop(['bridge'], true, atOnce)
  expect([shelf.count, shelf.bytes]).toEqual([0, 0])
})

test('a change that nobody can name outdates everything', () => {
  const shelf = new Shelf<string>(100)
  shelf.put('one', entry({ tags: ['pond'] }))
  shelf.drop(null, false, atOnce)
  expect(shelf.find('one')?.isOutdated).toBe(true)
})

test('a change with a grace shortens what is left, once, however often it happens', () => {
  const shelf = new Shelf<string>(100)
  shelf.put('one', entry({ tags: ['count'] }))
  shelf.drop(['count'], false, () => 1_000)
  const { until, refreshAt } = shelf.find('one') ?? entry()
  expect(until).toBeLessThanOrEqual(Date.now() + 1_000)
  expect(refreshAt).toBeLessThan(until)
  shelf.drop(['count'], false, () => 5_000)
  expect(shelf.find('one')).toMatchObject({ until, refreshAt, isOutdated: false })
})
