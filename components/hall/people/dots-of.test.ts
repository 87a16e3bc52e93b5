import { expect, test } from 'vitest'
import type { PresenceNews } from '@/lib/contracts/presence'
import { createCrowd } from './crowd'
import { dotsOf } from './dots-of'

const news = (changes: Partial<PresenceNews>): PresenceNews => ({
  ...{ isWhole: false, here: [], moved: [], gone: [], count: 1, paceMs: 100 },
  ...changes,
})

test('the plan shows where everybody is going without a frame being drawn, and nobody who leaves', () => {
  const crowd = createCrowd(() => false)
  crowd.hear(
    news({
      here: [
        ['a', 0, 0, 0, '', false],
        ['b', 150, 0, 0, 'Ada', true],
        ['own', 9, 9, 0, '', false],
      ],
    }),
    'own',
    0,
  )
  crowd.hear(news({ moved: [['a', 250, -100, 0]] }), 'own', 100)
  expect(dotsOf(crowd.people)).toEqual([
    { x: 2.5, z: -1, isGuide: false },
    { x: 1.5, z: 0, isGuide: true },
  ])
  crowd.hear(news({ gone: ['a'] }), 'own', 200)
  expect(dotsOf(crowd.people)).toEqual([{ x: 1.5, z: 0, isGuide: true }])
})
