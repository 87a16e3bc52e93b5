import { mix, type Rgb } from '@/collection/drawing/colour'
import { clamp, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Raster } from '@/collection/drawing/raster'

type WaterLook = {
  /** v of the horizon the perspective of the ripples runs to. */
  horizon: number
  /** v where the water begins (a shore below the horizon); default: the horizon. */
  shore?: number
  /** Colour seen into the depth. */
  deep: Rgb
  /** How far ripples throw the mirror image, in heights near the viewer; calm 0.01, choppy 0.08. */
  swell: number
  /** Ripples per unit of ground; larger is finer. */
  grain: number
  /** Reflection looking straight at the viewer's feet, 0 to 1. */
  mirror: number
  /** Draws ripples out sideways; default 2.2. */
  stretch?: number
  /** Where to paint: opacity at (u, v); default everywhere below the shore. */
  mask?: (u: number, v: number) => number
}

/**
 * Paints water over `r` from what it reflects: `mirrored` holds at (u, v) what a still surface would show there
 * (often `r.flipped(horizon)` with boats flipped at their own waterlines laid over it).
 */
export const drawWater = (r: Raster, mirrored: Raster, noise: Noise, look: WaterLook): void => {
  const shore = look.shore ?? look.horizon
  const stretch = look.stretch ?? 2.2
  const middle = r.aspect / 2
  const first = Math.floor(shore * r.height)
  for (let y = Math.max(0, first); y < r.height; y++) {
    const v = (y + 0.5) / r.height
    const below = Math.max(v - look.horizon, 0.004)
    const away = 0.3 / below
    const calm = clamp(below * 9, 0.12, 1)
    for (let x = 0; x < r.width; x++) {
      const u = (x + 0.5) / r.height
      const cover = look.mask ? look.mask(u, v) : smoothstep(first - 1, first + 1, y)
      if (cover <= 0) continue
      const gx = ((u - middle) * away * look.grain) / stretch
      const gz = away * look.grain * 1.6
      const bend = noise.fbm(gx * 0.4, gz * 0.35, 2) * 1.2
      const slope = noise.fbm(gx + bend, gz, 4, 0.55)
      const side = noise.at(gx * 1.3 + 40, gz * 1.1 - bend) * 0.35
      const throwV = slope * look.swell * calm
      const seen = mirrored.sample(
        u + side * look.swell * calm,
        Math.max(v + throwV + look.swell * calm * 0.4, shore + 0.001),
      )
      const grazing = Math.exp(-below * 1.7)
      const facing = clamp(look.mirror + (1 - look.mirror) * grazing - slope * 0.34 * calm)
      r.blend(x, y, mix(look.deep, seen, facing), cover)
    }
  }
}
