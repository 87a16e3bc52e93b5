import { expect, test } from 'vitest'
import { type MarkFacts, markView } from './mark-view'
import type { Wish } from './wishes'

const wish = (isOn: boolean): Wish => ({ id: 'w', kind: 'like', artworkId: 'a', isOn, attempts: 0, madeAt: 0 })
const facts = (some: Partial<MarkFacts>): MarkFacts => ({
  confirmed: null,
  wish: undefined,
  isStuck: false,
  count: 7,
  refusal: null,
  ...some,
})

test.each([
  ['unknown, nothing wished', facts({}), false, 7, 'settled'],
  ['liked', facts({ confirmed: true }), true, 7, 'settled'],
  ['a like on its way counts at once', facts({ confirmed: false, wish: wish(true) }), true, 8, 'sending'],
  ['a like taken back counts at once', facts({ confirmed: true, wish: wish(false) }), false, 6, 'sending'],
  ['liking again what is liked counts nothing', facts({ confirmed: true, wish: wish(true) }), true, 7, 'sending'],
  ['offline', facts({ wish: wish(true), isStuck: true }), true, 8, 'waiting'],
  ['never below nothing', facts({ confirmed: true, wish: wish(false), count: 0 }), false, 0, 'sending'],
] as const)('%s', (_name, given, isOn, count, state) => {
  expect(markView(given)).toMatchObject({ isOn, count, state })
})

test('a favourite has no count', () => {
  expect(markView(facts({ count: null, wish: wish(true) })).count).toBeNull()
})
