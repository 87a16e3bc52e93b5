import { drawRowers, drawShip } from '@/collection/drawing/boats'
import { add, hex, mix, ramp } from '@/collection/drawing/colour'
import { lerp, smoothstep } from '@/collection/drawing/maths'
import { scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { dab, fill, type Point, stroke } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

/** A harbour in the mist, the sun just up: ships at anchor, a rowing boat crossing the glitter. */
export const harbourDawn = scene(({ r, random, noise, a }) => {
  const horizon = 0.47
  const sun: Point = [a * 0.64, 0.27]
  drawSky(r, noise, {
    horizon,
    colours: ramp('#3d5470', '#6d8296', '#a9a29a', '#dba97e', '#f0a766', '#d99a78'),
    sun: { at: sun, colour: hex('#ff7a2a'), size: 0.034, glow: 0.9 },
    clouds: { cover: 0.4, grain: 1.1, lit: hex('#f2b488'), shade: hex('#566880'), soft: 0.6, flat: 0.7 },
  })
  const haze = hex('#c99a80')
  for (let layer = 0; layer < 3; layer++) {
    const far = 0.82 - layer * 0.2
    for (let u = -0.05; u < a + 0.05; u += random.range(0.025, 0.07)) {
      const middle = Math.abs(u / a - 0.58)
      const tall = random.range(0.015, 0.06) * (0.5 + middle * 1.6) * (1 + layer * 0.35)
      const wide = random.range(0.03, 0.07)
      const tone = mix(hex('#2f3a4c'), haze, far)
      const top = horizon + 0.004 - tall
      fill(
        r,
        [
          [u, horizon + 0.006],
          [u, top],
          [u + wide * 0.5, top - wide * 0.22 * (random.next() < 0.6 ? 1 : 0)],
          [u + wide, top],
          [u + wide, horizon + 0.006],
        ],
        (x, y) => mix(tone, haze, 0.25 * smoothstep(top, horizon, y) + 0.1 * noise.at(x * 60, y * 60)),
      )
      if (random.next() < 0.2)
        stroke(r, [u + wide * 0.3, top], [u + wide * 0.3, top - random.range(0.03, 0.08)], [0.009, 0.006], tone)
    }
  }
  for (let i = 0; i < 5; i++) {
    const u = a * random.range(0.72, 0.98)
    for (let k = 0; k < 26; k++) {
      const t = k / 26
      dab(
        r,
        [u + t * 0.12 + random.bell() * 0.01, horizon - 0.07 - t * 0.2],
        [0.012 + t * 0.035, 0.01 + t * 0.02],
        hex('#6c6f80'),
        { alpha: 0.09, soft: 1 },
      )
    }
  }
  const mirrored = r.flipped(horizon, true)
  const ships = r.layer()
  const put = (u: number, v: number, long: number, masts: number, far: number): void => {
    const one = r.layer()
    drawShip(
      one,
      random,
      { at: [u, v], long, hull: hex('#24262e'), haze: mix(haze, hex('#8a8f9b'), 0.3), far, side: u < sun[0] ? 1 : -1 },
      masts,
    )
    mirrored.over(one.flipped(v))
    ships.over(one)
  }
  for (let i = 0; i < 7; i++)
    put(random.range(0.05, a * 0.5), 0.485 + i * 0.003, random.range(0.12, 0.2), 1 + (i % 3), 0.62 - i * 0.03)
  for (let i = 0; i < 4; i++)
    put(random.range(a * 0.74, a), 0.488 + i * 0.004, -random.range(0.14, 0.2), 1 + (i % 2), 0.55)
  put(a * 0.15, 0.535, 0.36, 3, 0.22)
  put(a * 0.37, 0.52, 0.24, 2, 0.38)
  put(a * 0.9, 0.55, -0.34, 2, 0.16)
  drawWater(r, mirrored, noise, { horizon, deep: hex('#2d4152'), swell: 0.085, grain: 15, mirror: 0.55, stretch: 2.6 })
  r.over(ships)
  for (let i = 0; i < 260; i++) {
    const t = random.next() ** 1.2
    const v = lerp(horizon + 0.012, 0.98, t)
    const at: Point = [sun[0] + random.bell() * (0.012 + t * 0.045), v]
    dab(r, at, [0.006 + t * 0.026 * random.next(), 0.0016 + t * 0.003], add(hex('#ff8a3c'), hex('#ffb060'), 0.3), {
      alpha: 0.8 - t * 0.35,
      soft: 0.5,
    })
  }
  drawRowers(
    r,
    { at: [a * 0.44, 0.735], long: 0.23, hull: hex('#141a24'), haze: hex('#8d7f80'), far: 0.04, side: 1 },
    2,
  )
  drawRowers(r, { at: [a * 0.29, 0.635], long: 0.12, hull: hex('#1b2430'), haze: hex('#a08c84'), far: 0.3, side: 1 }, 1)
  for (const [u, v, w] of [
    [a * 0.44, 0.75, 0.15],
    [a * 0.29, 0.643, 0.075],
  ] as const) {
    for (let i = 0; i < 70; i++) {
      const t = random.next()
      dab(r, [u + random.bell() * w * 0.4, v + t * w * 0.75], [w * 0.16 * (1 - t * 0.5), 0.003], hex('#1a2532'), {
        alpha: 0.5 * (1 - t),
        soft: 0.6,
      })
    }
  }
}, 1.15)
