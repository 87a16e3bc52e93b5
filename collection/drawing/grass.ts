import type { Rgb } from '@/collection/drawing/colour'
import { clamp } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { curve, stroke } from '@/collection/drawing/strokes'

type Grass = {
  /** v of the field's far edge at u, and the v its perspective runs to. */
  edge: (u: number) => number
  horizon: number
  /** Height of a stalk at the lower edge of the picture. */
  tall: number
  /** Stalks in a row across the canvas near the viewer. */
  density: number
  /** From the foot in shadow (0) to the tip in light (1). */
  tint: (t: number) => Rgb
  /** Lean of the stalks to the right, relative to their height. */
  wind: number
  /** Where stalks stand; 0 leaves bare ground. */
  where?: (u: number, v: number) => number
  bottom?: number
}

/** A field of stalks in perspective, the far rows first; gusts run through it as bands of light. */
export const drawGrass = (r: Raster, random: Random, noise: Noise, look: Grass): void => {
  const bottom = look.bottom ?? 1.06
  const reach = bottom - look.horizon
  let first = 1
  for (let u = 0; u <= r.aspect; u += 0.02) first = Math.min(first, look.edge(u))
  for (let v = first; v < bottom + look.tall * 0.6; ) {
    const near = (v - look.horizon) / reach
    const tall = look.tall * Math.max(near, 0.05)
    const gap = r.aspect / (look.density / Math.max(near, 0.1))
    for (let u = -0.03; u < r.aspect + 0.03; u += gap * random.range(0.4, 1.6)) {
      if (v < look.edge(u) || (look.where && look.where(u, v) < random.next())) continue
      const away = 1 / Math.max(near, 0.04)
      const gust = noise.fbm((u - r.aspect / 2) * away * 0.9, away * 2.2, 3)
      const lean = (look.wind + gust * 0.7 + random.bell() * 0.16) * tall
      const h = tall * random.range(0.65, 1.15)
      const tone = clamp(0.58 + gust * 0.65 + random.bell() * 0.15)
      const wide = Math.max(tall * 0.055, 0.0006)
      if (near < 0.22) stroke(r, [u, v], [u + lean, v - h], [wide * 1.6, wide], look.tint(tone * 0.6), look.tint(tone))
      else
        curve(
          r,
          [
            [u, v],
            [u + lean * 0.25, v - h * 0.6],
            [u + lean, v - h],
          ],
          [wide * 1.15, wide * 0.5],
          look.tint(tone * 0.3),
          look.tint(tone),
        )
    }
    v += Math.max(tall * 0.16, 0.0018)
  }
}
