import { drawShip } from '@/collection/drawing/boats'
import { hex, mix, ramp, scale } from '@/collection/drawing/colour'
import { clamp } from '@/collection/drawing/maths'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { dab, type Point } from '@/collection/drawing/strokes'
import { drawSwell } from '@/collection/drawing/swell'

/** A ship driven on the breakers under a torn sky, light breaking through behind it. */
export const stormSea = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.5
  const light: Point = [a * 0.66, 0.27]
  r.shade(
    (u, v) => {
      const dx = u - light[0]
      const dy = v - light[1]
      const far = Math.sqrt(dx * dx + dy * dy)
      const turn = 2.4 * Math.exp(-far * 1.5)
      const [c, s] = [Math.cos(turn), Math.sin(turn)]
      const swirl = noise.fbm((dx * c - dy * s) * 1.7 + 4, (dx * s + dy * c) * 3.6 + 9, 6, 0.56)
      const body = noise.fbm(u * 1.7 + swirl, v * 2.2 - swirl, 6, 0.55)
      const tone = clamp(0.98 - far * 1.12 + swirl * 0.55 + body * 0.35)
      return ramp('#1a1d24', '#363b42', '#6a665c', '#b08f60', '#ecc988', '#fff2cf')(tone)
    },
    0,
    horizon + 0.02,
  )
  drawSwell(r, noise, {
    horizon,
    tall: 0.62,
    long: 2.5,
    deep: hex('#12211f'),
    shallow: hex('#4c6b54'),
    sky: ramp('#2a2d30', '#76705f', '#d8b880'),
    foam: 0.62,
    foamColour: hex('#e9dcc0'),
    sunAt: light[0],
    glitter: scale(hex('#f5cf86'), 0.8),
    eye: 1.3,
  })
  const ship = r.layer()
  drawShip(
    ship,
    random,
    { at: [a * 0.42, 0.545], long: 0.4, hull: hex('#1d1512'), haze: hex('#8c7a58'), far: 0.14, side: 1 },
    3,
  )
  tilted(r, ship, [a * 0.42, 0.545], -0.24)
  for (let i = 0; i < 900; i++) {
    const t = random.next()
    const at: Point = [a * 0.42 + random.bell() * 0.16, 0.582 - Math.abs(random.bell()) * 0.03 * (1.4 - t) + 0.01]
    dab(r, at, [0.006 + t * 0.02, 0.004 + t * 0.008], mix(hex('#8d8a76'), hex('#fdf1d6'), random.next()), {
      alpha: 0.3,
      soft: 1,
    })
  }
  for (let i = 0; i < 520; i++) {
    const at: Point = [random.range(0, a), random.range(0.46, 0.95)]
    dab(r, at, [random.range(0.002, 0.03), random.range(0.001, 0.006)], hex('#f3e7cc'), {
      alpha: 0.16,
      soft: 1,
      angle: -0.5,
    })
  }
}, 1.1)

/** Lays a layer over the canvas turned about a point. */
const tilted = (r: Raster, layer: Raster, [u, v]: Point, angle: number): void => {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  for (let y = 0; y < r.height; y++) {
    for (let x = 0; x < r.width; x++) {
      const dx = x / r.height - u
      const dy = y / r.height - v
      const from: Point = [u + dx * c + dy * s, v - dx * s + dy * c]
      const [alpha, colour] = layer.sampleAlpha(...from)
      if (alpha > 0.01) r.blend(x, y, scale(colour, 1 / alpha), alpha)
    }
  }
}
