import { type Rgb, scale } from '@/collection/drawing/colour'
import { clamp } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { curve, type Point } from '@/collection/drawing/strokes'

/** A cypress as a dark flame: curved touches that lick upwards, lit from one side. */
export const drawCypress = (
  r: Raster,
  random: Random,
  [u, v]: Point,
  tall: number,
  tint: (t: number) => Rgb,
  side: number,
): void => {
  const sway = random.bell() * 0.03 * tall
  const licks = Math.round(1500 * Math.min(1.4, 0.35 + tall * 1.4))
  const drawn = Array.from({ length: licks }, () => {
    const t = random.next() ** 0.85
    return { t, x: random.range(-1, 1), z: random.next() }
  }).sort((p, q) => p.z - q.z)
  for (const { t, x, z } of drawn) {
    const wide = tall * 0.13 * Math.sin(Math.PI * (0.16 + 0.84 * t) ** 0.8) ** 0.8
    const from: Point = [u + x * wide + sway * t * t, v - tall * t * 0.93]
    const long = tall * random.range(0.05, 0.1)
    const curl = (random.next() - 0.5 - x * 0.35) * long * 0.9
    const tone = clamp(0.26 + 0.3 * x * side + random.bell() * 0.12 + z * 0.2)
    curve(
      r,
      [from, [from[0] + curl * 0.2 + x * long * 0.25, from[1] - long * 0.6], [from[0] + curl, from[1] - long]],
      [tall * 0.014, tall * 0.004],
      scale(tint(tone), 0.75),
      tint(tone),
    )
  }
}
