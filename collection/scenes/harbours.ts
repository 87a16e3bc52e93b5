import { drawHull, drawRowers, drawSailboat, drawShip } from '@/collection/drawing/boats'
import { add, hex, mix, ramp, scale } from '@/collection/drawing/colour'
import { drawPerson } from '@/collection/drawing/figures'
import { drawCrown } from '@/collection/drawing/foliage'
import { lerp, smoothstep } from '@/collection/drawing/maths'
import { type Easel, scene } from '@/collection/drawing/scene'
import { drawSky, glowAt } from '@/collection/drawing/sky'
import { curve, dab, fill, type Point, stroke } from '@/collection/drawing/strokes'
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

/** White sails on a summer river, poplars on the far bank. */
export const regatta = scene(({ r, random, noise, a }) => {
  const horizon = 0.44
  drawSky(r, noise, {
    horizon,
    colours: ramp('#3b74b4', '#6ea3d2', '#aacbe0', '#e4e7da'),
    sun: { at: [-0.3, 0.02], colour: hex('#fff0cf'), size: 0.01, glow: 0.25 },
    clouds: { cover: 0.78, grain: 1.25, lit: hex('#fffaf0'), shade: hex('#8fa5c0'), soft: 0.32, flat: 0.45 },
  })
  const bank = ramp('#1c3036', '#35524a', '#5f7f55', '#9fb06c', '#dcd99a')
  const light = [-0.6, -0.6, 0.45] as const
  for (let i = 0; i < 36; i++) {
    const u = (a * i) / 35 + random.bell() * 0.02
    const tall = 0.03 + 0.05 * (0.5 + noise.at(i * 0.31, 2)) + (u > a * 0.66 ? 0.04 : 0)
    drawCrown(r, random, {
      at: [u, horizon - tall * 0.6],
      radius: [0.045, tall],
      count: 420,
      clumps: 9,
      leaf: 0.0046,
      tint: bank,
      light,
    })
  }
  for (let i = 0; i < 7; i++) {
    const u = a * (0.7 + i * 0.045)
    drawCrown(r, random, {
      at: [u, horizon - 0.1],
      radius: [0.016, 0.13 + random.bell() * 0.02],
      count: 520,
      clumps: 22,
      leaf: 0.0046,
      tint: bank,
      light,
      clump: 0.24,
    })
  }
  const house = (u: number, wide: number, tall: number, roof: string): void => {
    fill(
      r,
      [
        [u, horizon],
        [u, horizon - tall],
        [u + wide, horizon - tall],
        [u + wide, horizon],
      ],
      (x) => mix(hex('#f4e6cb'), hex('#9a8f97'), smoothstep(u + wide * 0.4, u + wide * 0.9, x)),
    )
    fill(
      r,
      [
        [u - 0.006, horizon - tall],
        [u + wide * 0.25, horizon - tall * 1.6],
        [u + wide * 0.8, horizon - tall * 1.6],
        [u + wide + 0.006, horizon - tall],
      ],
      hex(roof),
    )
    for (let k = 0; k < 3; k++)
      dab(r, [u + wide * (0.22 + k * 0.27), horizon - tall * 0.55], [wide * 0.05, tall * 0.14], hex('#4a5566'), {
        soft: 0.1,
      })
  }
  house(a * 0.13, 0.1, 0.045, '#b5523a')
  house(a * 0.25, 0.07, 0.038, '#8d4a42')
  house(a * 0.52, 0.08, 0.04, '#c06a45')
  for (let u = 0; u < a; u += 0.004)
    dab(r, [u, horizon - 0.004 + random.bell() * 0.003], [0.008, 0.004], bank(0.45 + random.bell() * 0.15))
  const mirrored = r.flipped(horizon, true)
  const boats = r.layer()
  const hulls = ['#7d2f24', '#f1ede2', '#26456a', '#2d5b4b', '#e0b145'].map(hex)
  const put = (u: number, v: number, long: number, far: number, lean: number, k: number): void => {
    const one = r.layer()
    const sail = k % 4 === 3 ? hex('#e08a4a') : hex('#fffbee')
    drawSailboat(
      one,
      { at: [u, v], long, hull: hulls[k % 5] ?? hex('#7d2f24'), haze: hex('#c6d6de'), far, side: -1 },
      sail,
      k % 4 === 3 ? hex('#9c4a30') : hex('#8ea0bb'),
      lean,
    )
    mirrored.over(one.flipped(v))
    boats.over(one)
  }
  for (let i = 0; i < 6; i++)
    put(
      a * (0.08 + i * 0.16) + random.bell() * 0.03,
      0.455 + i * 0.002,
      0.045 + random.next() * 0.02,
      0.4,
      random.bell() * 0.02,
      i,
    )
  put(a * 0.58, 0.5, 0.13, 0.16, 0.03, 1)
  put(a * 0.83, 0.535, 0.17, 0.1, -0.02, 3)
  put(a * 0.27, 0.6, 0.31, 0, 0.05, 0)
  drawWater(r, mirrored, noise, { horizon, deep: hex('#1e4a63'), swell: 0.06, grain: 16, mirror: 0.6 })
  r.over(boats)
  for (let i = 0; i < 90; i++) {
    const u = a * random.range(0.72, 1.04)
    const v = 1.03 - (u - a * 0.72) * random.range(0.1, 0.9)
    curve(
      r,
      [
        [u, v + 0.2],
        [u + 0.01, v],
        [u + random.bell() * 0.03, v - random.range(0.06, 0.16)],
      ],
      [0.005, 0.0012],
      bank(random.range(0.1, 0.4)),
      bank(random.range(0.5, 0.95)),
    )
  }
}, 1.05)

/** A town by the river at night: stars above, gaslights drawn long over the water. */
export const starryRiver = scene(({ r, random, noise, a }) => {
  const horizon = 0.5
  r.shade(
    (u, v) => {
      const t = v / horizon
      const band = noise.fbm(u * 1.3 + v * 2.2, v * 3 - u * 0.8, 5)
      const night = mix(
        ramp('#0b1a44', '#16367a', '#2a5fa0', '#5f97b0')(t + band * 0.12),
        hex('#7fb2c9'),
        smoothstep(0.1, 0.6, band) * 0.3,
      )
      const swirl = noise.fbm(u * 4 + noise.fbm(u * 2, v * 2, 2) * 2.2, v * 7, 4)
      return scale(night, 1 + swirl * 0.55)
    },
    0,
    horizon,
  )
  for (let i = 0; i < 150; i++) {
    const at: Point = [random.range(0, a), random.range(0.01, 0.4) ** 1.05]
    const size = 0.0009 + 0.0032 * random.next() ** 5
    glowAt(r, at, size, scale(random.pick(['#fff4c2', '#ffe08a', '#d7ecff', '#fff9e8'].map(hex)), 1.1))
  }
  for (const [x, y, s] of [
    [0.2, 0.12, 0.0085],
    [0.42, 0.2, 0.0065],
    [0.55, 0.09, 0.0075],
    [0.68, 0.17, 0.008],
    [0.83, 0.08, 0.0065],
    [0.9, 0.24, 0.006],
    [0.32, 0.3, 0.0055],
  ] as const) {
    glowAt(r, [a * x, y], s, scale(hex('#ffe9a0'), 1.4))
  }
  const lamps: { at: Point; warm: number }[] = []
  for (let u = -0.02; u < a; u += random.range(0.018, 0.05)) {
    const rise = 0.024 + 0.03 * (0.5 + noise.at(u * 2.3, 5)) * smoothstep(a * 0.1, a * 0.5, u)
    const wide = random.range(0.03, 0.06)
    const top = horizon - rise
    const wall = mix(hex('#0e1c3c'), hex('#2c4a78'), random.next() * 0.8)
    fill(
      r,
      [
        [u, horizon + 0.004],
        [u, top],
        [u + wide / 2, top - random.range(0, 0.018)],
        [u + wide, top],
        [u + wide, horizon + 0.004],
      ],
      wall,
    )
    if (random.next() < 0.1)
      fill(
        r,
        [
          [u, top],
          [u + 0.009, top - 0.07],
          [u + 0.018, top],
        ],
        wall,
      )
    if (random.next() < 0.72)
      lamps.push({
        at: [u + wide * random.next(), horizon - random.range(0.004, rise * 0.9)],
        warm: random.range(0.5, 1.2),
      })
  }
  const mirrored = r.flipped(horizon, true)
  drawWater(r, mirrored, noise, { horizon, deep: hex('#0c2450'), swell: 0.06, grain: 17, mirror: 0.62, stretch: 2.8 })
  for (const {
    at: [u, v],
    warm,
  } of lamps) {
    const colour = mix(hex('#ff9a2e'), hex('#ffdf80'), random.next())
    const long = random.range(0.14, 0.4) * warm
    for (let i = 0; i < 60 * warm; i++) {
      const t = random.next()
      const at: Point = [u + random.bell() * (0.004 + t * 0.012), horizon + 0.008 + t * long]
      dab(r, at, [0.004 + t * 0.017 * random.next(), 0.0015 + t * 0.0035], scale(colour, 1.25), {
        alpha: 0.85 * (1 - t * 0.75),
        soft: 0.5,
      })
    }
    glowAt(r, [u, v], 0.0042 * warm, scale(colour, 1.6))
  }
  shoreAtNight({ r, random, noise, a })
}, 1.2)

/** The near bank with moored boats and two people arm in arm. */
const shoreAtNight = ({ r, random, noise, a }: Easel): void => {
  const edge = (u: number): number => 0.9 - 0.07 * smoothstep(a * 0.4, a, u) + noise.fbm(u * 4, 1, 3) * 0.02
  r.shade((u, v) => {
    const under = v - edge(u)
    if (under < 0) return null
    const grass = noise.fbm(u * 30, v * 60, 4)
    return mix(mix(hex('#16324a'), hex('#2b4a3c'), 0.5 + grass), hex('#6a7a48'), smoothstep(0.02, 0, under) * 0.6)
  }, 0.7)
  for (let i = 0; i < 1600; i++) {
    const u = random.range(0, a)
    const v = edge(u) + random.next() ** 1.5 * 0.16
    const tone = mix(hex('#1c3a44'), hex('#7f8a4c'), random.next() ** 2)
    stroke(r, [u, v + 0.012], [u + random.bell() * 0.008, v - random.range(0.004, 0.02)], [0.0028, 0.001], tone)
  }
  for (const [x, long] of [
    [0.3, 0.26],
    [0.5, 0.21],
  ] as const) {
    const v = edge(a * x) - 0.012
    drawRowboat(r, [a * x, v], long)
  }
  const [u, v] = [a * 0.83, 0.955]
  const skin = hex('#a88c74')
  drawPerson(r, {
    at: [u, v],
    tall: 0.2,
    coat: hex('#16264a'),
    legs: hex('#0c1428'),
    skin,
    hat: hex('#0f1830'),
    side: -1,
    pace: 0.04,
  })
  drawPerson(r, {
    at: [u + 0.048, v + 0.004],
    tall: 0.185,
    coat: hex('#4a5c86'),
    legs: hex('#1a2440'),
    skin,
    hat: hex('#c8a860'),
    side: -1,
    pace: 0.02,
    skirt: true,
  })
}

const drawRowboat = (r: Easel['r'], [u, v]: Point, long: number): void => {
  drawHull(r, { at: [u, v], long, hull: hex('#1a3350'), haze: hex('#1a3350'), far: 0, side: 1 })
  stroke(r, [u - long * 0.1, v - long * 0.09], [u + long * 0.04, v - long * 0.62], [0.007, 0.004], hex('#2a2a38'))
}
