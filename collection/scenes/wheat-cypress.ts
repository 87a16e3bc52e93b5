import { hex, mix, ramp } from '@/collection/drawing/colour'
import { hills, OLIVE, poppies } from '@/collection/drawing/countryside'
import { drawCypress } from '@/collection/drawing/cypress'
import { drawCrown } from '@/collection/drawing/foliage'
import { drawGrass } from '@/collection/drawing/grass'
import { clamp, smoothstep } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { type Easel, scene } from '@/collection/drawing/scene'
import { curve, type Point } from '@/collection/drawing/strokes'

const WHEAT = ramp('#5a3f14', '#96691c', '#cf9a2c', '#efc658', '#fff0b0')

/** Wheat under cypresses, clouds rolling over blue hills. */
export const wheatCypress = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.54
  drawRollingSky(easel, horizon)
  hills(easel, horizon, [
    { lift: 0.17, rough: 1.1, tone: 0.62, air: hex('#b4cfdc'), far: 0.42 },
    { lift: 0.1, rough: 1.6, tone: 0.5, air: hex('#a3c0c8'), far: 0.2 },
  ])
  for (let i = 0; i < 60; i++) {
    const u = (a * i) / 59 + random.bell() * 0.02
    drawCrown(r, random, {
      at: [u, horizon + 0.005 + random.bell() * 0.012],
      radius: [random.range(0.03, 0.06), random.range(0.02, 0.045)],
      count: 330,
      clumps: 7,
      leaf: 0.0055,
      tint: OLIVE,
      light: [-0.5, -0.7, 0.4],
      lift: random.bell() * 0.06,
    })
  }
  const edge = (u: number): number => 0.575 + 0.05 * smoothstep(0.1 * a, a * 0.9, u) + noise.fbm(u * 2.1, 9, 3) * 0.03
  r.shade(
    (u, v) => (v > edge(u) ? mix(WHEAT(0.42 + noise.fbm(u * 5, v * 16, 4) * 0.5), hex('#b9832a'), 0.3) : null),
    0.5,
  )
  drawGrass(r, random, noise, { edge, horizon: 0.48, tall: 0.2, density: 95, tint: WHEAT, wind: 0.32, bottom: 1.08 })
  const dark = ramp('#0b1a14', '#1c3a22', '#3c5f2c', '#7d8a3c', '#c4b758')
  drawBush(r, random, [a * 0.07, 0.74], 0.14)
  drawBush(r, random, [a * 0.56, 0.645], 0.075)
  drawCypress(r, random, [a * 0.85, 0.83], 0.85, dark, -1)
  drawCypress(r, random, [a * 0.755, 0.8], 0.52, dark, -1)
  for (let i = 0; i < 420; i++) {
    const u = a * 0.8 + random.bell() * 0.11
    const v = 0.84 + random.bell() * 0.018
    curve(
      r,
      [
        [u, v + 0.03],
        [u + 0.006, v - 0.02],
        [u + 0.03, v - random.range(0.03, 0.08)],
      ],
      [0.006, 0.002],
      WHEAT(0.25),
      WHEAT(random.range(0.4, 0.9)),
    )
  }
  poppies({ r, random, noise, a }, 150, 0.8, hex('#d8331f'))
}, 1.08)

/** A sky of rolled clouds that move as one. */
const drawRollingSky = ({ r, noise }: Easel, horizon: number): void => {
  r.shade(
    (u, v) => {
      const bend = noise.fbm(u * 0.9, v * 1.4, 3)
      const x = u * 1.5 + bend * 1.1 + v * 0.9
      const y = v * 3.1 - u * 0.45 + bend * 1.6
      const roll = noise.fbm(x, y, 6, 0.52)
      const light = noise.fbm(x - 0.1, y - 0.22, 5, 0.52)
      const cover = smoothstep(-0.14, 0.2, roll + 0.05)
      const blue = ramp('#2a62a8', '#4f8fc6', '#94c3d6', '#d7e6d4')(v / horizon + noise.at(u * 3, v * 9) * 0.06)
      const cloud = ramp('#7f9cc4', '#b9cbdc', '#f1efe2', '#fffdf4')(clamp(0.6 + (roll - light) * 2.4))
      return mix(blue, cloud, cover * 0.92)
    },
    0,
    horizon + 0.05,
  )
}

const drawBush = (r: Raster, random: Random, at: Point, size: number): void => {
  drawCrown(r, random, {
    at,
    radius: [size, size * 0.62],
    count: Math.round(9000 * size),
    clumps: 14,
    leaf: size * 0.07,
    tint: OLIVE,
    light: [-0.5, -0.7, 0.4],
  })
}
