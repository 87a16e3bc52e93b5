import { add, mix, type Rgb, scale } from '@/collection/drawing/colour'
import { clamp, len2, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Raster } from '@/collection/drawing/raster'
import type { Point } from '@/collection/drawing/strokes'

type Clouds = {
  /** Share of the sky covered, 0 to 1. */
  cover: number
  /** Larger means smaller clouds. */
  grain: number
  lit: Rgb
  shade: Rgb
  /** How soft the edges are; 0.1 is crisp, 0.6 is mist. */
  soft: number
  /** 1 lies flat towards the horizon, 0 faces the viewer. */
  flat?: number
}

type SkyLook = {
  /** v of the horizon. */
  horizon: number
  /** Colour by height: t = 0 at the top, 1 at the horizon. */
  colours: (t: number) => Rgb
  sun?: { at: Point; colour: Rgb; size: number; glow: number }
  clouds?: Clouds
}

/** Draws a sky from the top down to its horizon (and the glow of its sun). */
export const drawSky = (r: Raster, noise: Noise, look: SkyLook): void => {
  const { horizon, sun, clouds } = look
  r.shade(
    (u, v) => {
      let colour = look.colours(v / horizon)
      const d = sun ? len2(u - sun.at[0], (v - sun.at[1]) * 1.15) : 0
      if (sun) {
        colour = add(colour, sun.colour, sun.glow * (0.5 * Math.exp(-d * 7) + 0.35 * Math.exp(-d * 2.6)))
        const disc = smoothstep(sun.size * 1.06, sun.size * 0.94, d)
        colour = mix(colour, scale(sun.colour, 2.4), disc)
      }
      return clouds ? overcast(colour, u, v, noise, look, clouds) : colour
    },
    0,
    horizon,
  )
}

const overcast = (under: Rgb, u: number, v: number, noise: Noise, look: SkyLook, clouds: Clouds): Rgb => {
  const flat = clouds.flat ?? 1
  const away = flat > 0 ? 1 / (look.horizon * 1.18 - v + 0.02) ** flat : 1
  const x = (u - 0.6) * away * clouds.grain * 1.5
  const y = away * clouds.grain * (flat > 0 ? 1.9 : 1) + (flat > 0 ? 0 : v * clouds.grain * 1.6)
  const wx = x + noise.fbm(x * 1.1 + 5, y * 1.1, 3) * 0.5
  const wy = y + noise.fbm(x * 1.1, y * 1.1 + 31, 3) * 0.5
  const level = 0.32 - clouds.cover * 0.64
  const dense = noise.fbm(wx, wy, 6, 0.55)
  const cover = smoothstep(level, level + clouds.soft, dense)
  if (cover <= 0) return under
  const [sx, sy] = look.sun ? [look.sun.at[0] - u, look.sun.at[1] - v] : [0.3, -0.6]
  const k = 0.28 / Math.max(0.15, len2(sx, sy))
  const towards = noise.fbm(wx + sx * k, wy + sy * k, 4, 0.55)
  const light = clamp(0.52 + (dense - towards) * 1.5 - (dense - level) * 0.55)
  let body = mix(clouds.shade, clouds.lit, light)
  if (look.sun)
    body = add(body, look.sun.colour, 0.5 * look.sun.glow * (1 - cover * 0.75) * Math.exp(-len2(sx, sy) * 4))
  return mix(under, body, cover * 0.96)
}

/** A light in the night with a halo, added to what is there. `size` is the radius of its core in heights. */
export const glowAt = (r: Raster, at: Point, size: number, colour: Rgb): void => {
  const reach = size * 9
  const h = r.height
  for (let y = Math.floor((at[1] - reach) * h); y <= (at[1] + reach) * h; y++) {
    for (let x = Math.floor((at[0] - reach) * h); x <= (at[0] + reach) * h; x++) {
      if (x < 0 || y < 0 || x >= r.width || y >= h) continue
      const d = len2((x + 0.5) / h - at[0], (y + 0.5) / h - at[1]) / size
      const glow = clamp(Math.exp(-d * d) + 0.35 * Math.exp(-d * 0.7) - 0.002)
      r.blend(x, y, add(r.pixel(x, y), colour, glow), 1)
    }
  }
}
