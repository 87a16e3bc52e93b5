import { describe, expect, it } from 'vitest'
import type { PlanarPicture } from '@/lib/painting/planar-picture'
import { edgeLikeness } from './edge-likeness'

const [width, height] = [48, 40]

const picture = (light: (x: number, y: number) => number): PlanarPicture => ({
  data: Float32Array.from({ length: 3 * width * height }, (_, i) => light(i % width, Math.floor(i / width) % height)),
  width,
  height,
})
/** The same for all who ask: a picture of this test, and no other. */
const speckled = (seed: number) => picture((x, y) => ((Math.sin(seed + 12.9 * x + 78.2 * y) * 43_758.5) % 1) / 2 + 0.5)
const square = (left: number, shade = 1) =>
  picture((x, y) => (x >= left && x < left + 12 && y >= 12 && y < 24 ? shade : 0.2))
const even = picture(() => 0.4)

describe('edges', () => {
  it('are like their own, in any light, and not like those of another place', () => {
    const unlike = edgeLikeness(square(8))
    expect(unlike(square(8), 0, 1)).toBeLessThan(0.005)
    expect(unlike(square(8, 0.5), 0, 1)).toBeLessThan(0.05)
    expect(unlike(square(28), 0, 1)).toBeGreaterThan(0.8)
    expect(unlike(even, 0, 1)).toBeCloseTo(1, 3)
    expect(unlike(square(28), 0, 0.1)).toBeCloseTo(0.1 * unlike(square(28), 0, 1), 6)
  })

  it('are not looked for where the photo is even', () => {
    const stripes = (x: number) => (x < 10 ? (x % 5) / 5 : 0.3)
    const unlike = edgeLikeness(picture(stripes))
    const stroked = picture((x, y) => (x > 40 ? (3 * x + y) % 2 : stripes(x)))
    expect(unlike(stroked, 0, 1)).toBeLessThan(0.01)
    expect(unlike(even, 0, 1)).toBeGreaterThan(0.9)
    expect(edgeLikeness(even)(speckled(1), 0, 1)).toBe(0)
  })

  it.each([0, 1, 2, 3])('pull a picture as differences tell, from place %i', (turn) => {
    const unlike = edgeLikeness(speckled(1))
    const painting = speckled(2)
    const gradient = new Float32Array(painting.data.length)
    unlike(painting, turn, 1, gradient)
    const step = 0.01
    const moved = (at: number, by: number) => {
      const data = painting.data.slice()
      data[at] = (data[at] as number) + by
      return unlike({ ...painting, data }, turn, 1)
    }
    for (const at of [0, 47, 900, 2_000, 3_333, 5_000, 3 * width * height - 1]) {
      const slope = (moved(at, step) - moved(at, -step)) / (2 * step)
      expect(Math.abs((gradient[at] as number) - slope)).toBeLessThan(2e-4)
    }
    expect(Math.max(...gradient.map(Math.abs))).toBeGreaterThan(2e-3)
  })

  it('add to the gradient that is there', () => {
    const unlike = edgeLikeness(speckled(1))
    const [once, onTop] = [new Float32Array(3 * width * height), new Float32Array(3 * width * height).fill(1)]
    unlike(speckled(2), 0, 1, once)
    unlike(speckled(2), 0, 1, onTop)
    expect(onTop[900]).toBeCloseTo(1 + (once[900] as number), 6)
  })
})
