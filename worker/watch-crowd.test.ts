import { expect, it } from 'vitest'
import { watchCrowd } from './watch-crowd'

it('takes long waits for a crowd, until somebody is served at once', () => {
  const isCrowd = watchCrowd()
  const waits = [0.1, 1.5, 2.5, 1.5, 0.6, 0.2, 1.5]
  expect(waits.map(isCrowd)).toEqual([false, false, true, true, true, false, false])
})
