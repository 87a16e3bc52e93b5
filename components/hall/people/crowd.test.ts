import { expect, test } from 'vitest'
import type { Figure, PresenceNews } from '@/lib/contracts/presence'
import { createCrowd } from './crowd'

const news = (changes: Partial<PresenceNews>): PresenceNews => ({
  ...{ isWhole: false, here: [], moved: [], gone: [], count: 1, paceMs: 100 },
  ...changes,
})
const figure = (id: string, x = 0, z = 0): Figure => [id, x, z, 0, '', false]
const ids = (crowd: ReturnType<typeof createCrowd>) => crowd.people.map(({ id }) => id).sort()

test('one’s own figure is not among the others', () => {
  const crowd = createCrowd(() => false)
  crowd.hear(news({ isWhole: true, here: [figure('mine'), figure('other')] }), 'mine', 0)
  expect(ids(crowd)).toEqual(['other'])
})

test('a step is walked evenly in the time that steps take, and then nothing moves any more', () => {
  const crowd = createCrowd(() => false)
  crowd.hear(news({ here: [figure('a')] }), null, 0)
  for (let now = 0; now <= 600; now += 100) crowd.step(now)
  crowd.hear(news({ moved: [['a', 100, 0, 0]] }), null, 1_000)
  crowd.hear(news({ moved: [['a', 100, 0, 0]] }), null, 1_050)
  crowd.step(1_000)
  const xs: number[] = []
  for (let now = 1_200; now < 2_600; now += 200) {
    crowd.step(now)
    xs.push(crowd.find('a')?.x ?? -1)
  }
  const strides = xs.slice(1, 5).map((x, index) => x - (xs[index] ?? 0))
  for (const stride of strides) expect(stride).toBeCloseTo(strides[0] ?? 0)
  expect(xs.at(-1)).toBe(1)
  expect(crowd.step(2_700)).toBe(false)
})

test('heads turn the short way', () => {
  const crowd = createCrowd(() => false)
  crowd.hear(news({ here: [['a', 0, 0, 310, '', false]] }), null, 0)
  crowd.step(600)
  crowd.hear(news({ moved: [['a', 0, 0, -310]] }), null, 1_000)
  crowd.step(1_100)
  expect(Math.abs(crowd.find('a')?.yaw ?? 0)).toBeGreaterThan(3)
})

test('who goes fades and is then forgotten; so does whoever the whole picture does not name', () => {
  const crowd = createCrowd(() => false)
  crowd.hear(news({ here: [figure('a'), figure('b'), figure('c')] }), null, 0)
  for (let now = 0; now <= 1_000; now += 100) crowd.step(now)
  crowd.hear(news({ gone: ['a'] }), null, 1_000)
  crowd.hear(news({ isWhole: true, here: [figure('c')] }), null, 1_000)
  crowd.step(1_000)
  crowd.step(1_100)
  expect(ids(crowd)).toEqual(['a', 'b', 'c'])
  for (let now = 1_200; now <= 2_000; now += 100) crowd.step(now)
  expect(ids(crowd)).toEqual(['c'])
})

test('where motion is unwelcome people stand where they are at once', () => {
  const crowd = createCrowd(() => true)
  crowd.hear(news({ here: [figure('a')] }), null, 0)
  crowd.hear(news({ moved: [['a', 300, 0, 0]] }), null, 100)
  crowd.step(101)
  expect(crowd.find('a')).toMatchObject({ x: 3, presence: 1 })
})
