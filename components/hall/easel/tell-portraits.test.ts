import { expect, test } from 'vitest'
import { createPortraitTeller } from './tell-portraits'

test('each portrait is told once, however often its steps come', () => {
  const teller = createPortraitTeller()
  const told = [0, 1_000, 2_000, 60_000, 120_000].map((now) => teller.hear('ada', now))
  expect(told).toEqual([true, false, false, false, false])
})

test('one that comes soon after another is told when some time has passed, if it is still there', () => {
  const teller = createPortraitTeller()
  const heard = [
    ['ada', 0],
    ['ben', 5_000],
    ['cai', 15_000],
    [null, 19_000],
    ['cai', 20_000],
    ['dan', 39_999],
    ['dan', 40_000],
  ] as const
  expect(heard.filter(([id, now]) => teller.hear(id, now))).toEqual([
    ['ada', 0],
    ['cai', 20_000],
    ['dan', 40_000],
  ])
})
