import { describe, expect, it } from 'vitest'
import type { Point } from '@/lib/hanging/plan'
import { angleToPicture, gapsTo, hasLeft, hasNoseOn, pointOnPicture } from './picture-on-wall'

/** Three metres wide, on the north wall and on the east one. */
const north = { x: 1, z: -4, normal: [0, 1] as Point, width: 3 }
const east = { x: 5, z: 2, normal: [-1, 0] as Point, width: 3 }
const straight = { yaw: 0, pitch: 0 }

describe('a picture’s stretch of wall', () => {
  it('runs to the right of who faces it', () => {
    expect(pointOnPicture(north, 1)).toEqual([2, -4])
    expect(pointOnPicture(east, 1)).toEqual([5, 3])
  })

  it('is as far as the wall for who stands anywhere before it, and farther for who stands beside it', () => {
    expect(gapsTo(north, { x: -0.4, z: -3.5 })).toEqual({ front: 0.5, beside: 0 })
    expect(gapsTo(north, { x: 3, z: -3.5 })).toEqual({ front: 0.5, beside: 0.5 })
    expect(gapsTo(east, { x: 4.4, z: 3 })).toEqual({ front: expect.closeTo(0.6), beside: 0 })
    expect(gapsTo(north, { x: 1, z: -4.5 }).front).toBeLessThan(0)
  })

  it('is in the middle of the view wherever on it one looks', () => {
    expect(angleToPicture(north, { x: 2, z: -3, ...straight })).toEqual({ angle: 0, along: expect.closeTo(1) })
    const left = angleToPicture(north, { x: 2, z: -3, yaw: Math.PI / 4, pitch: 0 })
    expect(left).toEqual({ angle: 0, along: expect.closeTo(0) })
    expect(angleToPicture(east, { x: 4, z: 3, yaw: -Math.PI / 2 + 6 * Math.PI, pitch: 0 })).toEqual({
      angle: 0,
      along: expect.closeTo(1),
    })
  })

  it('beside the middle of the view, is as far off as its nearer end', () => {
    // The right end is at x = 2.5, one metre to the left and two ahead.
    const { angle, along } = angleToPicture(north, { x: 3.5, z: -2, ...straight })
    expect([angle, along]).toEqual([expect.closeTo(Math.atan(0.5)), 1.5])
    expect(angleToPicture(north, { x: 2, z: -3, yaw: Math.PI, pitch: 0 }).angle).toBeGreaterThan(Math.PI / 2)
  })
})

describe('a nose on a picture', () => {
  it('is anywhere before it, off its middle, too', () => {
    for (const x of [-0.45, 1, 2.45]) expect(hasNoseOn(north, { x, z: -3.5, ...straight })).toBe(true)
    expect(hasNoseOn(north, { x: 2.45, z: -3.5, yaw: 0.6, pitch: 0 })).toBe(true)
  })

  it('is not a step back, beside it, or along the wall', () => {
    expect(hasNoseOn(north, { x: 1, z: -3.3, ...straight })).toBe(false)
    expect(hasNoseOn(north, { x: 2.7, z: -3.5, ...straight })).toBe(false)
    for (const yaw of [Math.PI / 2, -Math.PI / 2, Math.PI]) {
      expect(hasNoseOn(north, { x: 1, z: -3.5, yaw, pitch: 0 })).toBe(false)
    }
  })

  it('is off again only well away, so that nobody at its edge has it on and off', () => {
    expect(hasLeft(north, { x: 2.45, z: -3.3 })).toBe(false)
    expect(hasLeft(north, { x: 2.45, z: -3 })).toBe(true)
    expect(hasLeft(north, { x: 3.4, z: -3.5 })).toBe(true)
  })
})
