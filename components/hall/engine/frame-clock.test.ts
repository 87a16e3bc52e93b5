import { expect, test } from 'vitest'
import { createFrameClock, type FrameClock } from './frame-clock'

/** Draws frames at these moments, ms, each followed by the next; answers how long each took where that is known, seconds. */
function draw(clock: FrameClock, moments: number[]): (number | null)[] {
  return moments.map((now) => {
    const seconds = clock.tick(now)
    const measured = clock.isMeasure ? seconds : null
    clock.end(true)
    return measured
  })
}
/** A clock whose first frames are drawn. */
function opened(): FrameClock {
  const clock = createFrameClock()
  draw(clock, [1, 2, 3, 4])
  clock.end(false)
  return clock
}

test('the first frames tell nothing of the device, however long they take', () => {
  expect(draw(createFrameClock(), [1_000, 3_000, 5_000, 5_500, 5_600])).toEqual([null, null, null, null, 0.1])
})

test('how long a key waited for the first frame that shows it moves things on, and is no frame’s time', () => {
  const clock = opened()
  clock.begin(1_000)
  clock.begin(1_200)
  expect([clock.isMeasure, clock.tick(1_300)]).toEqual([false, 0.3])
  clock.end(true)
  expect(draw(clock, [1_340])).toEqual([0.04])
})

test('while nothing moves no time passes', () => {
  const clock = opened()
  expect(draw(clock, [1_000, 1_020])).toEqual([null, 0.02])
  clock.end(false)
  expect([clock.isMeasure, clock.tick(9_000)]).toEqual([false, 1 / 60])
})

test('the time out of sight is no frame’s', () => {
  const clock = opened()
  draw(clock, [1_000, 1_020])
  clock.skip()
  // News of others come meanwhile.
  clock.begin(30_000)
  expect(draw(clock, [61_000, 61_020])).toEqual([null, 0.02])
})
