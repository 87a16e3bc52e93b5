import { type Rgb, scale } from '@/collection/drawing/colour'
import { clamp } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { dab, type Point, stroke } from '@/collection/drawing/strokes'

/** A fir: tiers of drooping boughs, lit from one side. */
export const fir = (
  r: Raster,
  random: Random,
  [u, v]: Point,
  tall: number,
  tint: (t: number) => Rgb,
  side: number,
  snow?: Rgb,
): void => {
  stroke(r, [u, v], [u, v - tall], [tall * 0.035, tall * 0.006], tint(0.1))
  const tiers = 26
  for (let i = 0; i < tiers; i++) {
    const t = i / tiers
    const y = v - tall * (0.08 + 0.9 * t)
    const wide = tall * 0.2 * (1 - t) ** 0.85 * random.range(0.8, 1.15)
    for (let k = 0; k < 18; k++) {
      const x = random.range(-1, 1)
      const tone = clamp(0.32 + 0.32 * x * side + random.bell() * 0.12)
      const at: Point = [u + x * wide, y + Math.abs(x) * wide * 0.42]
      dab(r, at, [tall * 0.036, tall * 0.016], tint(tone), { angle: x * 0.7, soft: 0.45 })
      if (snow && random.next() < 0.5)
        dab(r, [at[0], at[1] - tall * 0.01], [tall * 0.03, tall * 0.009], scale(snow, 0.6 + tone * 0.9), {
          angle: x * 0.7,
          soft: 0.5,
        })
    }
  }
}
