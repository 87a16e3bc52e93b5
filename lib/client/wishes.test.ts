import { expect, test } from 'vitest'
import { addWish, countAttempt, findWish, parseWishes, removeWish, retryDelay, type Wish } from './wishes'

const pond = '019a0000-0000-7000-8000-000000000001'
const wheat = '019a0000-0000-7000-8000-000000000002'
let made = 0
const wish = (artworkId: string, isOn: boolean, kind: Wish['kind'] = 'like'): Wish => ({
  id: `wish-${++made}`,
  kind,
  artworkId,
  isOn,
  attempts: 0,
  madeAt: 1_000,
})

test('the last wish for a work wins and joins the end of the line', () => {
  const first = wish(pond, true)
  const other = wish(wheat, true)
  const last = wish(pond, false)
  expect([first, other, last].reduce<Wish[]>(addWish, [])).toEqual([other, last])
})

test('liking and keeping the same work are two wishes', () => {
  const like = wish(pond, true)
  const keep = wish(pond, true, 'favourite')
  const both = addWish(addWish([], like), keep)
  expect(findWish(both, 'like', pond)).toBe(like)
  expect(findWish(both, 'favourite', pond)).toBe(keep)
})

test('settling an older wish leaves its successor alone', () => {
  const older = wish(pond, true)
  const newer = wish(pond, false)
  expect(removeWish(addWish([older], newer), older.id)).toEqual([newer])
  expect(countAttempt([newer], older.id)).toEqual([newer])
  expect(countAttempt([newer], newer.id)[0]?.attempts).toBe(1)
})

test('waiting doubles up to a minute and is spread over its second half', () => {
  expect(retryDelay(0, 1)).toBe(1_000)
  expect(retryDelay(1, 1)).toBe(2_000)
  expect(retryDelay(1, 0)).toBe(1_000)
  expect(retryDelay(50, 1)).toBe(60_000)
})

test('what was stored comes back, without what is damaged or a month old', () => {
  const good = { ...wish(pond, true), madeAt: 10_000_000_000 }
  const stored = JSON.stringify([good, { ...good, kind: 'role' }, { ...good, madeAt: 0 }, 'nonsense', null])
  expect(parseWishes(stored, 10_000_000_001)).toEqual([good])
  expect(parseWishes('{{', 0)).toEqual([])
  expect(parseWishes(null, 0)).toEqual([])
})
