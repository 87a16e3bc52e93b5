import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import type { Easel } from '@/collection/drawing/scene'
import { dab, type Point, stroke } from '@/collection/drawing/strokes'

/** Silvery green of olive trees and hedges. */
export const OLIVE = ramp('#18261c', '#37502f', '#65804a', '#a5b06a', '#dcdca6')

const HILL = ramp('#20365e', '#3a5f8a', '#6a93aa', '#a9c2b4')

/** Rolling hills along the horizon, bluer the farther they are. */
export const hills = (
  { r, noise, a }: Easel,
  horizon: number,
  rows: { lift: number; rough: number; tone: number; air: Rgb; far: number }[],
): void => {
  rows.forEach((row, k) => {
    const edge = (u: number): number =>
      horizon -
      row.lift * (0.55 + noise.fbm(u * row.rough + k * 31, k * 7, 5) * 1.3) -
      row.lift * 0.4 * smoothstep(0, a, u)
    r.shade(
      (u, v) => {
        const under = v - edge(u)
        if (under < 0) return null
        const relief = noise.fbm(u * 9 + v * 6, v * 26 - u * 4 + k * 5, 5)
        const light = clamp(row.tone + relief * 0.8 - under * 1.1 + (edge(u - 0.012) - edge(u + 0.012)) * 6)
        return mix(HILL(light), row.air, row.far)
      },
      horizon - row.lift * 1.6,
      horizon + 0.04,
    )
  })
}

/** Poppies scattered over a meadow, smaller with distance. */
export const poppies = ({ r, random, noise, a }: Easel, count: number, from: number, colour: Rgb): void => {
  const places = Array.from({ length: count }, () => lerp(from, 1.02, random.next() ** 0.8)).sort((x, y) => x - y)
  for (const v of places) {
    const u = random.range(0, a)
    if (noise.fbm(u * 3, v * 5, 2) < random.range(-0.5, 0.2)) continue
    const size = 0.0035 + 0.024 * (v - from) * random.range(0.6, 1.4)
    stroke(r, [u, v], [u + random.bell() * size, v + size * 3], [size * 0.2, size * 0.15], hex('#43602c'))
    for (let k = 0; k < 5; k++) {
      const at: Point = [u + random.bell() * size * 0.45, v + random.bell() * size * 0.3]
      dab(r, at, [size * 0.75, size * 0.5], scale(colour, random.range(0.55, 1.35)), {
        angle: random.range(0, 3),
        soft: 0.35,
      })
    }
    dab(r, [u, v + size * 0.1], [size * 0.2, size * 0.16], hex('#241018'))
  }
}
