import { drawShip } from '@/collection/drawing/boats'
import { hex, ramp, scale } from '@/collection/drawing/colour'
import { scene } from '@/collection/drawing/scene'
import { drawSky, glowAt } from '@/collection/drawing/sky'
import { dab, type Point } from '@/collection/drawing/strokes'
import { drawSwell } from '@/collection/drawing/swell'

/** The moon over the open sea, a road of light to the viewer's feet, a ship far out. */
export const moonlitSea = scene(({ r, random, noise, a }) => {
  const horizon = 0.52
  const moon: Point = [a * 0.6, 0.21]
  const night = ramp('#0a1330', '#152a56', '#2c4a7a', '#6a86a0')
  drawSky(r, noise, {
    horizon,
    colours: night,
    sun: { at: moon, colour: hex('#f4e7b8'), size: 0.042, glow: 0.42 },
    clouds: { cover: 0.62, grain: 1.15, lit: hex('#7d8aa6'), shade: hex('#101a38'), soft: 0.42, flat: 0.7 },
  })
  dab(r, [moon[0] - 0.012, moon[1] - 0.006], [0.014, 0.011], hex('#b9ab84'), { alpha: 0.35, soft: 1 })
  dab(r, [moon[0] + 0.014, moon[1] + 0.012], [0.011, 0.009], hex('#b9ab84'), { alpha: 0.3, soft: 1 })
  drawSwell(r, noise, {
    horizon,
    tall: 0.22,
    long: 1.5,
    deep: hex('#06142c'),
    shallow: hex('#1c4a60'),
    sky: ramp('#0c1a3c', '#22406e', '#6f8aa4'),
    foam: 0.28,
    foamColour: hex('#8fa6bb'),
    sunAt: moon[0],
    glitter: scale(hex('#fbe9b0'), 1.5),
  })
  drawShip(
    r,
    random,
    { at: [a * 0.27, horizon + 0.012], long: 0.13, hull: hex('#0b1226'), haze: hex('#2c4a7a'), far: 0.25, side: 1 },
    3,
  )
  glowAt(r, [a * 0.27 + 0.03, horizon - 0.012], 0.0028, scale(hex('#ffb650'), 1.3))
}, 1.25)
