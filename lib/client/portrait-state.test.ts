import { expect, test } from 'vitest'
import type { PortraitProgress } from '@/lib/contracts/realtime'
import { applyProgress, applySnapshot, compareSteps, pollDelay } from './portrait-state'
import { id, picture, view } from './testing/portrait-view'

const event = (some: Partial<PortraitProgress>): PortraitProgress => ({
  orderId: id,
  attempt: 1,
  sequence: 4,
  status: 'PAINTING',
  stage: 'study',
  progress: 0.5,
  loss: null,
  steps: 0,
  isStoppable: false,
  previewUrl: '/preview?v=1-4',
  failure: null,
  ...some,
})

test('steps are ordered by attempt first', () => {
  expect(compareSteps({ attempt: 2, sequence: 0 }, { attempt: 1, sequence: 9 })).toBeGreaterThan(0)
  expect(compareSteps({ attempt: 1, sequence: 2 }, { attempt: 1, sequence: 9 })).toBeLessThan(0)
})

test('a newer event is applied', () => {
  expect(applyProgress(view({}), event({}))).toMatchObject({
    sequence: 4,
    stage: 'study',
    previewUrl: '/preview?v=1-4',
  })
})

test.each([
  ['the same step', event({ sequence: 3 })],
  ['an older step', event({ sequence: 1 })],
  ['an earlier attempt, however far it came', event({ attempt: 0, sequence: 99 })],
  ['another order', event({ orderId: '019a0000-0000-7000-8000-000000000002' })],
])('%s changes nothing', (_name, old) => {
  const before = view({})
  expect(applyProgress(before, old)).toBe(before)
})

test('events in any order end in the same state', () => {
  const events = [
    event({ sequence: 4 }),
    event({ sequence: 5, progress: 0.7 }),
    event({ attempt: 2, sequence: 1, progress: 0.1 }),
  ]
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [2, 0, 1],
  ]
  for (const order of orders) {
    const shuffled = order.flatMap((index) => events[index] ?? [])
    expect(shuffled.reduce(applyProgress, view({}))).toMatchObject({ attempt: 2, sequence: 1, progress: 0.1 })
  }
})

test('refinement tells its loss, and for how long the artist may stop it', () => {
  const refining = applyProgress(view({ quality: 'MASTER' }), event({ stage: 'master', loss: 0.8, isStoppable: true }))
  expect(refining).toMatchObject({ stage: 'master', loss: 0.8, isStoppable: true })
  const stopped = applyProgress(refining, event({ sequence: 5, stage: 'master', loss: 0.7, isStoppable: false }))
  expect(stopped).toMatchObject({ loss: 0.7, isStoppable: false })
})

test('the last preview stays until the finished picture is there, but not into another attempt', () => {
  expect(applyProgress(view({}), event({ status: 'PAINTED', previewUrl: null })).previewUrl).toBe('/preview?v=1-3')
  expect(applyProgress(view({}), event({ attempt: 2, previewUrl: null })).previewUrl).toBeNull()
  expect(applyProgress(view({}), event({ status: 'CANCELLED', previewUrl: null })).previewUrl).toBeNull()
})

test('a snapshot that events have overtaken is old news; one of the same step is not', () => {
  const now = view({ sequence: 6 })
  expect(applySnapshot(now, view({ sequence: 5 }))).toBe(now)
  const hung = view({ sequence: 6, artworkId: id })
  expect(applySnapshot(now, hung)).toBe(hung)
})

test('a finished painting without its picture is asked for; a complete one never again', () => {
  expect(pollDelay(view({ status: 'PAINTED' }), true)).not.toBeNull()
  expect(pollDelay(view({ status: 'PAINTED', painting: picture }), false)).toBeNull()
  expect(pollDelay(view({ status: 'FAILED' }), false)).toBeNull()
})

test('without a socket the snapshot is read more often', () => {
  expect(Number(pollDelay(view({}), false))).toBeLessThan(Number(pollDelay(view({}), true)))
})
