import { expect, test } from 'vitest'
import { createResolution, type Resolution } from './resolution'

const feed = (resolution: Resolution, seconds: number, frames: number) => {
  for (let frame = 0; frame < frames; frame++) resolution.measure(seconds)
  return resolution.share
}
/** The share after each frame of a device that takes so long for a frame at a share. */
function run(secondsAt: (share: number) => number, frames: number, resolution = createResolution(false)): number[] {
  return Array.from({ length: frames }, () => feed(resolution, secondsAt(resolution.share), 1))
}
const changesIn = (shares: number[]) => shares.filter((share, at) => at > 0 && share !== shares[at - 1]).length

test('begins in full on a graphics card, and low where the processor draws', () => {
  expect(createResolution(false).share).toBe(1)
  expect(createResolution(true).share).toBe(0.36)
})

test('steps down while frames are slow, and no farther than to its least', () => {
  const shares = run(() => 1 / 20, 60)
  expect(changesIn(shares)).toBeGreaterThanOrEqual(4)
  expect(shares).toEqual([...shares].sort((a, b) => b - a))
  expect(shares.at(-1)).toBe(0.36)
})

test('one slow frame among quick ones is not reason enough, unless one would think that it is stuck', () => {
  const resolution = createResolution(false)
  feed(resolution, 1 / 60, 10)
  expect(feed(resolution, 0.08, 1)).toBe(1)
  feed(resolution, 1 / 60, 10)
  expect(feed(resolution, 0.3, 1)).toBe(0.5)
})

test('a frame that was stuck is answered once', () => {
  const resolution = createResolution(false)
  feed(resolution, 1 / 60, 10)
  feed(resolution, 0.4, 1)
  expect(feed(resolution, 1 / 60, 20)).toBe(0.5)
})

test('steps up again after many quick frames, and never above the full resolution', () => {
  const resolution = createResolution(false)
  feed(resolution, 0.3, 1)
  expect(feed(resolution, 1 / 60, 40)).toBe(0.5)
  expect(feed(resolution, 1 / 60, 1)).toBeCloseTo(0.6)
  expect(feed(resolution, 1 / 60, 400)).toBe(1)
})

test('stays as it is while frames are neither slow nor quick, as on a display of 30 or 50 a second', () => {
  for (const seconds of [1 / 30, 1 / 50]) {
    const resolution = createResolution(false)
    feed(resolution, 0.3, 1)
    expect(feed(resolution, seconds, 1_000)).toBe(0.5)
  }
})

test('a step up that is always taken back is tried less and less often', () => {
  const secondsAt = (share: number) => (share > 0.85 ? 1 / 20 : 1 / 60)
  const resolution = createResolution(false)
  const early = changesIn(run(secondsAt, 2_000, resolution))
  const late = changesIn(run(secondsAt, 2_000, resolution))
  expect(early).toBeGreaterThan(4)
  expect(late).toBeLessThanOrEqual(8)
})

test('a device that has become quick is drawn in full in the end', () => {
  const resolution = createResolution(false)
  run((share) => (share > 0.85 ? 1 / 20 : 1 / 60), 10_000, resolution)
  expect(feed(resolution, 1 / 60, 2_000)).toBe(1)
})
