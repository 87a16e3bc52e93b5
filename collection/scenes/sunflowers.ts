import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { hills, OLIVE } from '@/collection/drawing/countryside'
import { drawCypress } from '@/collection/drawing/cypress'
import { drawCrown, drawLeaves } from '@/collection/drawing/foliage'
import { clamp, smoothstep } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { dab, fill, type Point, stroke } from '@/collection/drawing/strokes'

/** Sunflowers by the thousand turned to the morning, a farm beyond. */
export const sunflowers = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.36
  drawSky(r, noise, {
    horizon: horizon + 0.04,
    colours: ramp('#2f6fb4', '#69a5d4', '#b5d4da', '#f3ead0'),
    sun: { at: [-0.2, 0.05], colour: hex('#fff0c4'), size: 0.001, glow: 0.3 },
    clouds: { cover: 0.66, grain: 1.1, lit: hex('#fffaf0'), shade: hex('#8fa6c6'), soft: 0.34, flat: 0.7 },
  })
  hills(easel, horizon + 0.01, [
    { lift: 0.12, rough: 1.2, tone: 0.6, air: hex('#b8cfd8'), far: 0.5 },
    { lift: 0.06, rough: 1.9, tone: 0.5, air: hex('#a9c4a8'), far: 0.25 },
  ])
  farmhouse(r, random, [a * 0.72, horizon + 0.004], 0.13)
  for (let i = 0; i < 5; i++)
    drawCypress(
      r,
      random,
      [a * (0.6 + i * 0.03) + random.bell() * 0.006, horizon + 0.008],
      random.range(0.1, 0.16),
      ramp('#142a20', '#2c4a2c', '#5e7038', '#a6a052'),
      -1,
    )
  for (const u of [0.06, 0.2, 0.93])
    drawCrown(r, random, {
      at: [a * u, horizon - 0.03],
      radius: [0.07, 0.05],
      count: 900,
      clumps: 14,
      leaf: 0.006,
      tint: OLIVE,
      light: [-0.6, -0.6, 0.4],
    })
  const leaf = ramp('#12240f', '#2c4a1c', '#547a2c', '#94ab48', '#d5d888')
  r.shade((u, v) => leaf(0.3 + noise.fbm(u * 14, v * 30, 4) * 0.4), horizon + 0.01)
  for (let v = horizon + 0.014; v < 1.13; ) {
    const near = v - horizon
    const size = 0.0028 + near * 0.085
    for (let u = random.range(-size, size); u < a + size; u += size * random.range(1.3, 2.1)) {
      const at: Point = [u + random.bell() * size * 0.2, v + random.bell() * size * 0.5]
      if (size > 0.012) {
        for (let k = 0; k < 5; k++) {
          const lay: Point = [at[0] + random.bell() * size, at[1] + size * random.range(0.7, 2.2)]
          dab(r, lay, [size * 0.75, size * 0.36], leaf(clamp(0.4 + random.bell() * 0.2)), {
            angle: random.bell() * 0.7,
            soft: 0.2,
          })
        }
      } else dab(r, [at[0], at[1] + size], [size, size * 0.7], leaf(0.4 + random.bell() * 0.15))
      sunflower(r, random, at, size * random.range(0.75, 1.1))
    }
    v += Math.max(0.004, size * 0.72)
  }
}, 1.05)

/** One head: two rings of petals foreshortened by its turn, a dark seeded heart. */
const sunflower = (r: Raster, random: Random, [u, v]: Point, size: number): void => {
  const petal = ramp('#8a4a0c', '#d98a12', '#f7bd20', '#ffe35c', '#fff6b4')
  const turn = random.bell() * 0.4 - 0.35
  const squash = Math.cos(turn)
  const tip = random.range(0.86, 1)
  const petals = size < 0.009 ? 9 : 17
  for (let ring = 0; ring < (size < 0.009 ? 1 : 2); ring++) {
    for (let i = 0; i < petals; i++) {
      const angle = ((i + ring * 0.5 + random.bell() * 0.12) / petals) * Math.PI * 2
      const at: Point = [u + Math.cos(angle) * size * 0.68 * squash, v + Math.sin(angle) * size * 0.68 * tip]
      const tone = clamp(0.56 - 0.2 * Math.cos(angle) - 0.24 * Math.sin(angle) + ring * 0.1 + random.bell() * 0.1)
      dab(r, at, [size * 0.36, size * 0.135], petal(tone), {
        angle: Math.atan2(Math.sin(angle) * tip, Math.cos(angle) * squash),
        soft: 0.25,
      })
    }
  }
  dab(r, [u, v], [size * 0.46 * squash, size * 0.46 * tip], hex('#4a2a10'), { soft: 0.18 })
  dab(r, [u + size * 0.05, v + size * 0.05], [size * 0.3 * squash, size * 0.3 * tip], hex('#1f120c'), { soft: 0.7 })
  if (size < 0.02) return
  for (let i = 0; i < 50; i++) {
    const angle = i * 2.4
    const reach = Math.sqrt(i / 50) * size * 0.42
    dab(
      r,
      [u + Math.cos(angle) * reach * squash, v + Math.sin(angle) * reach * tip],
      [size * 0.035, size * 0.03],
      hex(i % 3 ? '#7a4a1a' : '#c08430'),
    )
  }
}

const farmhouse = (r: Raster, random: Random, [u, v]: Point, w: number): void => {
  const wall = (x: number, from: number, to: number): Rgb =>
    mix(hex('#f6e2bd'), hex('#9d8b93'), smoothstep(from, to, x))
  fill(
    r,
    [
      [u, v],
      [u, v - w * 0.36],
      [u + w, v - w * 0.36],
      [u + w, v],
    ],
    (x, y) => scale(wall(x, u + w * 0.5, u + w * 1.2), 0.95 + 0.1 * Math.sin(x * 900) * Math.sin(y * 700)),
  )
  fill(
    r,
    [
      [u - w * 0.04, v - w * 0.34],
      [u + w * 0.1, v - w * 0.54],
      [u + w * 0.92, v - w * 0.54],
      [u + w * 1.04, v - w * 0.34],
    ],
    (x, y) => mix(hex('#b4553a'), hex('#dc8a5a'), 0.5 + 0.5 * Math.sin(x * 700 + y * 300)),
  )
  fill(
    r,
    [
      [u + w, v],
      [u + w, v - w * 0.24],
      [u + w * 1.5, v - w * 0.24],
      [u + w * 1.5, v],
    ],
    (x) => wall(x, u + w * 0.8, u + w * 1.5),
  )
  fill(
    r,
    [
      [u + w * 0.98, v - w * 0.23],
      [u + w * 1.06, v - w * 0.36],
      [u + w * 1.46, v - w * 0.36],
      [u + w * 1.54, v - w * 0.23],
    ],
    hex('#a44c36'),
  )
  for (const x of [0.16, 0.42, 0.7, 1.22]) {
    dab(r, [u + w * x, v - w * 0.18], [w * 0.035, w * 0.06], hex('#3e4a5c'), { soft: 0.1 })
    dab(r, [u + w * (x + 0.05), v - w * 0.18], [w * 0.016, w * 0.06], hex('#5f86a0'), { soft: 0.1 })
  }
  stroke(r, [u + w * 0.7, v - w * 0.5], [u + w * 0.7, v - w * 0.64], [w * 0.06, w * 0.06], hex('#a8604a'))
  drawLeaves(r, random, {
    at: [u - w * 0.05, v - w * 0.06],
    radius: [w * 0.2, w * 0.12],
    count: 160,
    leaf: w * 0.03,
    tint: OLIVE,
    light: [-0.5, -0.7, 0.3],
  })
}
