import { expect, test } from 'vitest'
import { formatAgo, formatSpan } from './format-span'

test.each([
  [0.4, '0 seconds', '0秒钟'],
  [1, '1 second', '1秒钟'],
  [119.9, '119 seconds', '119秒钟'],
  [120, '2 minutes', '2分钟'],
  [7_199, '119 minutes', '119分钟'],
  [7_200, '2 hours', '2小时'],
  [172_799, '47 hours', '47小时'],
  [172_800, '2 days', '2天'],
])('%d seconds are %s', (seconds, en, zh) => {
  expect([formatSpan(seconds, 'en'), formatSpan(seconds, 'zh')]).toEqual([en, zh])
})

test.each([
  [0.4, 'now', '现在'],
  [3.9, '3 seconds ago', '3秒钟前'],
  [180, '3 minutes ago', '3分钟前'],
  [86_400, '24 hours ago', '24小时前'],
])('%d seconds ago is %s', (seconds, en, zh) => {
  expect([formatAgo(seconds, 'en'), formatAgo(seconds, 'zh')]).toEqual([en, zh])
})
