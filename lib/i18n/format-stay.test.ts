import { expect, test } from 'vitest'
import { formatStay } from './format-stay'

test.each([
  [0, '0 s', '0 秒'],
  [59.4, '59 s', '59 秒'],
  [59.6, '1 min', '1 分'],
  [3_570, '1 h', '1 小时'],
  [12_000, '3 h 20 min', '3 小时 20 分'],
])('%d seconds', (seconds, en, zh) => {
  expect([formatStay(seconds, 'en'), formatStay(seconds, 'zh')]).toEqual([en, zh])
})
