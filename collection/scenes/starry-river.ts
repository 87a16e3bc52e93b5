import { drawHull } from '@/collection/drawing/boats'
import { hex, mix, ramp, scale } from '@/collection/drawing/colour'
import { drawPerson } from '@/collection/drawing/figures'
import { smoothstep } from '@/collection/drawing/maths'
import { type Easel, scene } from '@/collection/drawing/scene'
import { glowAt } from '@/collection/drawing/sky'
import { dab, fill, type Point, stroke } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

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
