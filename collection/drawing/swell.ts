import { add, mix, type Rgb, scale } from '@/collection/drawing/colour'
import { bell, clamp, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Raster } from '@/collection/drawing/raster'
import { unit } from '@/collection/drawing/solids'
import { drawTerrain } from '@/collection/drawing/terrain'

type Swell = {
  horizon: number
  /** Height of the waves and their length, in ground units (the eye is at 1). */
  tall: number
  long: number
  /** Colour seen into the water and what the sky gives back. */
  deep: Rgb
  shallow: Rgb
  sky: (t: number) => Rgb
  /** Amount of foam, 0 to 1, and where the light stands (u of the sun). */
  foam: number
  foamColour: Rgb
  sunAt: number
  glitter: Rgb
  eye?: number
}

/** An open sea of moving crests: heights drawn in perspective, sky on the faces, foam on the tops. */
export const drawSwell = (r: Raster, noise: Noise, look: Swell): void => {
  const wave = (x: number, z: number): number => {
    const bend = noise.fbm(x * 0.09, z * 0.09, 2) * 2.4
    const k = 1 / look.long
    const large = noise.ridged(x * k * 0.55 + bend * 0.3, z * k * 1.3 + bend, 3) - 0.45
    const fine = noise.fbm(x * k * 3.1, z * k * 4.4 + bend, 4, 0.55)
    return look.tall * (large * 1.1 + fine * 0.3)
  }
  const focal = 1.15
  r.shade(() => look.sky(1), look.horizon - 0.002, look.horizon + 0.03)
  drawTerrain(r, {
    height: wave,
    eye: { x: 3, y: look.eye ?? 1.15, horizon: look.horizon, focal },
    near: 0.9,
    far: 160,
    step: 0.0045,
    shadows: 0,
    sun: unit([0.2, 0.5, 0.8]),
    colour: ({ x, y, z, normal, away }) => {
      const tilt = clamp(0.5 - normal[2] * 1.1)
      const grazing = clamp(0.18 + 0.62 * (1 - Math.abs(normal[1]) * 0.4) * smoothstep(0, 30, away) + tilt * 0.42)
      const sky = look.sky(clamp(0.95 - tilt * 0.9))
      const crest = smoothstep(look.tall * 0.05, look.tall * 0.55, y)
      let colour = mix(mix(look.deep, look.shallow, crest * 0.85), sky, grazing)
      const lace = noise.ridged(x * 1.9, z * 2.6, 4)
      const foam = clamp(
        smoothstep(
          look.tall * (0.62 - look.foam * 0.5),
          look.tall * 0.75,
          y + lace * look.tall * 0.3 - 0.1 * look.tall,
        ) *
          look.foam *
          1.5 +
          smoothstep(0.72, 0.95, lace) * look.foam * 0.6 * crest,
      )
      colour = mix(colour, scale(look.foamColour, 0.75 + 0.35 * clamp(0.5 - normal[2] + normal[1] * 0.2)), foam)
      const u = ((x - 3) / z) * focal + r.aspect / 2
      const path = bell(u, look.sunAt, 0.035 + 0.16 / (1 + away * 0.35))
      const glint = smoothstep(0.12, 0.5, tilt + noise.at(x * 9, z * 11) * 0.3 - 0.28)
      colour = add(colour, look.glitter, path * glint)
      return mix(colour, look.sky(1), smoothstep(20, 150, away) * 0.75)
    },
  })
}
