import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawLeaves } from '@/collection/drawing/foliage'
import { clamp, len2, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import { type Easel, scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import {
  ball,
  box,
  drawSolids,
  type Field,
  joined,
  limb,
  project,
  type Solid,
  type Stage,
  turned,
  unit,
  type Vector,
} from '@/collection/drawing/solids'
import { curve, dab, stroke } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

const boards = (noise: Noise, dark: string, pale: string) => {
  const tint = ramp(dark, pale)
  return (x: number, _y: number, z: number): Rgb => {
    const plank = Math.floor(x / 0.32)
    const seam = smoothstep(0.03, 0.0, Math.abs(((((x / 0.32) % 1) + 1) % 1) - 0.5) < 0.47 ? 0.03 : 0)
    const grain = noise.fbm(x * 14 + plank * 5, z * 1.1 + plank * 7, 4)
    return scale(tint(clamp(0.5 + grain * 0.7 + noise.at(plank * 3.3, 2) * 0.35)), 1 - seam * 0.5)
  }
}

/** A skirt: a turned body whose folds deepen towards the hem. */
const skirt = (x: number, z: number, waist: number, hem: number, at: number, to: number, folds: number): Field => {
  const tall = at - to
  return (px, py, pz) => {
    const t = clamp((at - py) / tall)
    const turn = Math.atan2(pz - z, px - x)
    const wave = (Math.sin(turn * folds + t * 1.6) * 0.5 + Math.sin(turn * folds * 1.7 + 2) * 0.3) * 0.055 * t
    const radius = waist + (hem - waist) * t ** 0.75 + wave
    const side = len2(px - x, pz - z) - radius
    return Math.max(side, py - at, to - py) * 0.6
  }
}

/** A woman at an open window, seen from behind; beyond it the sea, and light on the boards. */
export const windowWoman = scene((easel) => {
  const { r, noise, a } = easel
  bayView(easel)
  const wallColour = (x: number, y: number, z: number): Rgb => {
    const paper = Math.sin(x * 16) * 0.5 + Math.sin((x + y) * 9) * Math.sin((x - y) * 9) * 0.5
    return mix(hex('#5d7f86'), hex('#89a59a'), clamp(0.45 + paper * 0.22 + noise.fbm(x * 2, y * 2 + z, 4) * 0.7))
  }
  const white = hex('#e6dfd0')
  const wall = (cx: number, cy: number, w: number, h: number): Solid => ({
    field: box(cx, cy, 3.15, w, h, 0.15, 0.01),
    bound: [cx, cy, 3.15, len2(w, h) + 0.3],
    colour: wallColour,
  })
  const bar = (cx: number, cy: number, w: number, h: number, z = 3.05, d = 0.05): Solid => ({
    field: box(cx, cy, z, w, h, d, 0.01),
    bound: [cx, cy, z, len2(w, h) + d + 0.05],
    colour: white,
    gloss: 0.15,
  })
  const curtain = (x: number, side: number): Solid => ({
    field: (px, py, pz) => {
      const open = 0.34 + 0.14 * (1 - clamp(py / 3)) * side * side
      const wave = Math.sin(px * 21 + py * 0.8) * 0.06 + Math.sin(px * 37 + 2) * 0.025
      return (
        Math.max(
          Math.abs(pz - 2.82 - wave) - 0.02,
          Math.abs(px - x - side * 0.05 * (3 - py)) - open,
          py - 3.25,
          0.12 - py,
        ) * 0.5
      )
    },
    bound: [x, 1.6, 2.8, 2.1],
    colour: (px, py) => mix(hex('#f3e6cf'), hex('#d9b9a0'), clamp(0.3 + noise.fbm(px * 8, py * 2, 3))),
    glow: 0.16,
  })
  const stage: Stage = {
    eye: [0.25, 1.55, -3.2],
    target: [0.05, 1.5, 3],
    focal: 1.42,
    solids: [
      {
        field: (_x, y, z) => Math.max(y, z - 3.1),
        bound: [0, 0, 0, 30],
        colour: boards(noise, '#5a3418', '#c98e54'),
        gloss: 0.45,
      },
      wall(-2.55, 2, 1.5, 2.2),
      wall(2.55, 2, 1.5, 2.2),
      wall(0, 0.35, 1.06, 0.45),
      wall(0, 3.7, 1.06, 0.62),
      bar(-1.02, 1.95, 0.06, 1.2),
      bar(1.02, 1.95, 0.06, 1.2),
      bar(0, 3.08, 1.1, 0.06),
      bar(0, 0.82, 1.2, 0.05, 2.9, 0.22),
      { field: box(-0.78, 1.95, 2.55, 0.03, 1.12, 0.5, 0.02), bound: [-0.9, 1.95, 2.55, 1.4], colour: white },
      { field: box(0.8, 1.95, 2.62, 0.03, 1.12, 0.42, 0.02), bound: [0.8, 1.95, 2.62, 1.4], colour: white },
      curtain(-1.38, 1),
      curtain(1.38, -1),
      ...womanFromBehind(noise),
      ...chair(1.5, 1.5, hex('#a5682c')),
      {
        field: turned(-1.45, 0.02, 2.35, 0.5, (h) => 0.17 + 0.09 * Math.sin(h * 5), 0.6),
        bound: [-1.45, 0.3, 2.35, 0.5],
        colour: hex('#b5562c'),
        gloss: 0.5,
      },
    ],
    lamp: unit([-0.42, 0.62, 0.72]),
    lampColour: [2.6, 2.2, 1.6],
    around: (x, y, z) =>
      mix(
        hex('#3c4250'),
        mix(hex('#8fa6b8'), hex('#e0d6c0'), clamp(z * 0.8)),
        clamp(0.32 + z * 0.42 + y * 0.16 - x * 0.06),
      ),
    hardness: 9,
    rows: 780,
  }
  drawSolids(r, stage)
  const [u, v, one] = project(stage, a, [-1.45, 0.75, 2.35])
  drawLeaves(r, easel.random, {
    at: [u, v],
    radius: [one * 0.34, one * 0.4],
    count: 420,
    leaf: one * 0.055,
    tint: ramp('#0e1e16', '#22402a', '#4a6e3a', '#a0b054', '#e4e28c'),
    light: [0.5, -0.5, -0.4],
  })
  for (let i = 0; i < 26; i++)
    dab(
      r,
      [u + easel.random.bell() * one * 0.18, v + easel.random.bell() * one * 0.2],
      [one * 0.045, one * 0.04],
      scale(hex('#d8402e'), easel.random.range(0.6, 1.4)),
    )
  r.adjust((c, x, y) =>
    mix(c, hex('#fff0cf'), 0.12 * Math.exp(-(((x - a * 0.5) / 0.2) ** 2 + ((y - 0.4) / 0.25) ** 2))),
  )
}, 1.12)

/** Sea, headland and sails as they show through the window. */
const bayView = ({ r, noise, random, a }: Easel): void => {
  const horizon = 0.49
  drawSky(r, noise, {
    horizon,
    colours: ramp('#4f8fd0', '#84b8e0', '#c3dde4', '#f9e6c8'),
    sun: { at: [a * 0.3, 0.2], colour: hex('#fff0cc'), size: 0.001, glow: 0.5 },
    clouds: { cover: 0.72, grain: 2.2, lit: hex('#ffffff'), shade: hex('#a9bcd4'), soft: 0.4, flat: 0.5 },
  })
  r.shade(
    (u, v) =>
      v > horizon - 0.035 * smoothstep(a * 0.48, a * 0.7, u) - noise.fbm(u * 20, 3, 3) * 0.008 && u > a * 0.47
        ? mix(hex('#6f8a8a'), hex('#a9b594'), clamp(0.5 + noise.fbm(u * 40, v * 60, 3)))
        : null,
    0.4,
    horizon,
  )
  drawWater(r, r.flipped(horizon, true), noise, { horizon, deep: hex('#1f6a86'), swell: 0.05, grain: 22, mirror: 0.42 })
  for (let i = 0; i < 7; i++) {
    const [u, v, s] = [a * random.range(0.36, 0.64), horizon + random.range(0.004, 0.04), random.range(0.01, 0.024)]
    curve(
      r,
      [
        [u, v],
        [u + s * 0.25, v - s * 0.7],
        [u, v - s * 1.3],
      ],
      [s * 0.55, s * 0.05],
      hex('#fffdf2'),
    )
    stroke(r, [u - s * 0.5, v + s * 0.04], [u + s * 0.5, v + s * 0.04], [s * 0.16, s * 0.14], hex('#5a3a30'))
  }
}

const womanFromBehind = (noise: Noise): Solid[] => {
  const [x, z] = [-0.12, 2.18]
  const dress = (px: number, py: number, pz: number): Rgb => {
    const turn = Math.atan2(pz - z, px - x)
    const stripe = 0.5 + 0.5 * Math.sin(turn * 34)
    return mix(hex('#2c4a86'), hex('#7f9cc8'), clamp(stripe * 0.45 + noise.fbm(px * 5, py * 5, 3) * 0.3))
  }
  const skin = hex('#d9a07c')
  const hair = (px: number, py: number): Rgb =>
    mix(hex('#2c1a12'), hex('#7a4a28'), clamp(0.4 + noise.fbm(px * 60, py * 9, 3)))
  const torso = joined(
    0.1,
    limb([x, 0.98, z], [x, 1.3, z + 0.02], 0.13, 0.165),
    limb([x - 0.15, 1.36, z + 0.02], [x + 0.15, 1.36, z + 0.02], 0.085, 0.085),
  )
  const bound: [number, number, number, number] = [x, 1, z, 1.15]
  return [
    { field: joined(0.06, skirt(x, z, 0.15, 0.46, 1.02, 0.02, 11), torso), bound, colour: dress },
    {
      field: limb([x - 0.14, 1, z - 0.06], [x + 0.12, 1.0, z - 0.09], 0.07, 0.08),
      bound: [x, 1, z - 0.1, 0.4],
      colour: hex('#d8d2c4'),
    },
    {
      field: joined(
        0.04,
        limb([x - 0.21, 1.36, z], [x - 0.36, 1.08, z + 0.2], 0.075, 0.055),
        limb([x - 0.36, 1.08, z + 0.2], [x - 0.24, 0.94, z + 0.55], 0.055, 0.04),
      ),
      bound: [x - 0.28, 1.1, z + 0.25, 0.6],
      colour: dress,
    },
    {
      field: joined(
        0.04,
        limb([x + 0.21, 1.36, z], [x + 0.38, 1.08, z + 0.2], 0.075, 0.055),
        limb([x + 0.38, 1.08, z + 0.2], [x + 0.28, 0.94, z + 0.55], 0.055, 0.04),
      ),
      bound: [x + 0.28, 1.1, z + 0.25, 0.6],
      colour: dress,
    },
    {
      field: limb([x, 1.4, z + 0.02], [x + 0.015, 1.52, z + 0.04], 0.058, 0.052),
      bound: [x, 1.46, z, 0.2],
      colour: skin,
    },
    {
      field: joined(
        0.05,
        ball(x + 0.02, 1.635, z + 0.04, 0.118),
        ball(x + 0.01, 1.7, z - 0.05, 0.085),
        ball(x + 0.005, 1.62, z - 0.1, 0.062),
      ),
      bound: [x, 1.65, z, 0.28],
      colour: hair,
      gloss: 0.5,
    },
  ]
}

const chair = (x: number, z: number, wood: Rgb): Solid[] => {
  const part = (cx: number, cy: number, cz: number, w: number, h: number, d: number): Field =>
    box(cx, cy, cz, w, h, d, 0.015)
  const parts = [
    part(x, 0.48, z, 0.24, 0.025, 0.23),
    ...[-0.21, 0.21].flatMap((dx) => [
      part(x + dx, 0.24, z - 0.2, 0.022, 0.25, 0.022),
      part(x + dx, 0.52, z + 0.2, 0.022, 0.53, 0.022),
    ]),
    part(x, 0.98, z + 0.2, 0.22, 0.035, 0.018),
    part(x, 0.8, z + 0.2, 0.22, 0.03, 0.015),
    part(x, 0.65, z + 0.2, 0.22, 0.03, 0.015),
    part(x, 0.22, z - 0.2, 0.21, 0.015, 0.015),
  ]
  return [
    {
      field: (px, py, pz) => Math.min(...parts.map((f) => f(px, py, pz))),
      bound: [x, 0.52, z, 0.7],
      colour: (px, py) =>
        py > 0.47 && py < 0.515 ? mix(hex('#d9b060'), hex('#b5843c'), 0.5 + 0.5 * Math.sin(px * 90)) : wood,
      gloss: 0.25,
    },
  ]
}

/** A painter's small bedroom in strong colours, morning at the shutters. */
export const blueRoom = scene((easel) => {
  const { r, noise, random, a } = easel
  r.shade((u, v) => mix(hex('#bfe3c0'), hex('#fdf6c0'), clamp(0.4 + noise.fbm(u * 12, v * 12, 3) + (0.4 - v))))
  const blue = (x: number, y: number, z: number): Rgb =>
    mix(hex('#5f8fc4'), hex('#a9c9e0'), clamp(0.45 + noise.fbm((x + z) * 3, y * 3, 4) * 0.8))
  const wood = (x: number, y: number, z: number): Rgb =>
    mix(hex('#b5651c'), hex('#f0b548'), clamp(0.5 + noise.fbm(x * 3 + z * 2, y * 12 + z * 8, 4) * 0.8))
  const flat = (
    field: Field,
    bound: readonly [number, number, number, number],
    colour: Solid['colour'],
    gloss = 0,
  ): Solid => ({ field, bound, colour, gloss })
  const picture = (x: number, y: number, w: number, h: number, seed: number): Solid =>
    flat(box(x, y, 4.92, w, h, 0.04, 0.01), [x, y, 4.92, len2(w, h) + 0.1], (px, py) => {
      if (Math.abs(px - x) > w - 0.05 || Math.abs(py - y) > h - 0.05) return hex('#d9a548')
      const hill = y - h * 0.2 + noise.fbm(px * 5 + seed, seed, 3) * 0.12
      return py > hill
        ? mix(hex('#f3d9a0'), hex('#5a8fc0'), clamp((py - hill) / h))
        : mix(hex('#3f6a3c'), hex('#c9a83c'), clamp(0.5 + noise.fbm(px * 20, py * 20 + seed, 3)))
    })
  const stage: Stage = {
    eye: [-0.15, 1.75, -1.9],
    target: [0.12, 1.12, 4],
    focal: 1.02,
    solids: [
      flat((_x, y) => y, [0, 0, 0, 30], boards(noise, '#7a3f2a', '#d08a5c'), 0.3),
      flat((_x, _y, z) => 5 - z, [0, 0, 5, 30], blue),
      flat((x) => x + 2.45, [-2.4, 1, 3, 30], blue),
      flat((x) => 2.5 - x, [2.5, 1, 3, 30], blue),
      flat((_x, y) => 3.35 - y, [0, 3.3, 3, 30], hex('#e9e2c8')),
      flat(box(-0.15, 1.95, 4.96, 0.62, 0.78, 0.1, 0.01), [-0.15, 1.95, 4.96, 1.1], hex('#4f8a4c')),
      {
        ...flat(box(-0.15, 1.95, 4.88, 0.52, 0.68, 0.1, 0.01), [-0.15, 1.95, 4.88, 0.95], (x, y) =>
          Math.abs(x + 0.15) < 0.025 || Math.abs(((y - 1.27) % 0.46) - 0.02) < 0.02
            ? hex('#3f7a44')
            : mix(hex('#e9f0b0'), hex('#a9d8c0'), clamp(0.4 + noise.fbm(x * 8, y * 8, 3))),
        ),
        glow: 1.05,
      },
      flat(box(-0.85, 1.95, 4.72, 0.03, 0.7, 0.2, 0.01), [-0.85, 1.95, 4.72, 0.8], hex('#3f7a44')),
      flat(box(0.55, 1.95, 4.72, 0.03, 0.7, 0.2, 0.01), [0.55, 1.95, 4.72, 0.8], hex('#3f7a44')),
      flat(box(1.55, 0.36, 3.3, 0.75, 0.16, 1.5, 0.04), [1.55, 0.36, 3.3, 1.8], wood, 0.3),
      flat(box(1.55, 0.72, 4.75, 0.78, 0.72, 0.06, 0.05), [1.55, 0.72, 4.75, 1.2], wood, 0.3),
      flat(box(1.55, 0.52, 1.8, 0.78, 0.5, 0.06, 0.05), [1.55, 0.52, 1.8, 1], wood, 0.3),
      flat(
        (x, y, z) =>
          (box(1.55, 0.62, 3.2, 0.72, 0.16, 1.35, 0.1)(x, y, z) -
            0.03 * Math.sin(x * 7 + z * 3) -
            0.02 * Math.sin(z * 8)) *
          0.75,
        [1.55, 0.6, 3.2, 1.75],
        (x, y, z) => mix(hex('#c8281c'), hex('#e8553a'), clamp(0.5 + noise.fbm(x * 4, z * 4 + y, 3))),
      ),
      flat(
        (x, y, z) => box(1.32, 0.88, 4.3, 0.3, 0.12, 0.24, 0.11)(x, y, z) * 0.9,
        [1.32, 0.88, 4.3, 0.5],
        hex('#f3edc8'),
      ),
      flat(
        (x, y, z) => box(1.92, 0.88, 4.3, 0.26, 0.12, 0.24, 0.11)(x, y, z) * 0.9,
        [1.92, 0.88, 4.3, 0.5],
        hex('#ece4b8'),
      ),
      ...chair(-0.35, 3.5, hex('#d9962c')),
      ...chair(-1.65, 1.7, hex('#d9962c')),
      flat(box(-1.75, 0.68, 3.9, 0.48, 0.04, 0.34, 0.02), [-1.75, 0.68, 3.9, 0.7], wood),
      flat(
        (x, y, z) =>
          Math.min(
            ...[-0.4, 0.4].flatMap((dx) =>
              [-0.26, 0.26].map((dz) => box(-1.75 + dx, 0.33, 3.9 + dz, 0.035, 0.34, 0.035, 0.01)(x, y, z)),
            ),
          ),
        [-1.75, 0.33, 3.9, 0.75],
        wood,
      ),
      flat(
        turned(-1.85, 0.72, 3.95, 0.36, (h) => 0.09 + 0.07 * Math.sin(h * 8), 0.6),
        [-1.85, 0.9, 3.95, 0.35],
        hex('#3f6ab0'),
        0.9,
      ),
      flat(
        turned(-1.5, 0.72, 3.85, 0.1, (h) => 0.12 + h * 0.9, 0.5),
        [-1.5, 0.77, 3.85, 0.3],
        hex('#e4ece8'),
        0.8,
      ),
      picture(1.2, 2.45, 0.3, 0.24, 3),
      picture(1.92, 2.42, 0.3, 0.24, 11),
      picture(-1.7, 2.1, 0.26, 0.34, 7),
      flat(box(0.1, 0.004, 2.2, 0.62, 0.012, 0.9, 0.005), [0.1, 0, 2.2, 1.2], (x, _y, z) =>
        ramp('#7a1f24', '#d9a33c', '#24507a', '#c8503a')(0.5 + 0.5 * Math.sin(z * 16) * Math.cos(x * 9)),
      ),
    ],
    lamp: unit([-0.3, 0.6, -0.7]),
    lampAt: [-0.9, 2.9, 1.2],
    reach: 3.6,
    lampColour: [1.9, 1.75, 1.35],
    around: (x, y, z) => mix(hex('#4a4a5c'), hex('#a9b4b8'), clamp(0.45 + y * 0.3 - z * 0.16 + x * 0.08)),
    hardness: 4,
    rows: 600,
  }
  drawSolids(r, stage)
  const [u, v, one] = project(stage, a, [-1.85, 1.24, 3.95])
  drawLeaves(r, random, {
    at: [u, v + one * 0.02],
    radius: [one * 0.2, one * 0.2],
    count: 110,
    leaf: one * 0.05,
    tint: ramp('#14301c', '#3f6a30', '#a9b848'),
    light: [0.3, -0.6, 0.4],
  })
  for (let i = 0; i < 14; i++)
    dab(
      r,
      [u + random.bell() * one * 0.11, v + random.bell() * one * 0.11],
      [one * 0.06, one * 0.055],
      scale(hex('#f7c22c'), random.range(0.7, 1.3)),
      { soft: 0.3 },
    )
}, 1.1)

type Pose = {
  at: Vector
  tall: number
  lean: number
  arms: readonly [Vector, Vector, Vector, Vector]
  legs: readonly [Vector, Vector, Vector, Vector]
  dress: Rgb
  turn: number
}

/** A dancer of limbs and a bodice; joints are given relative to the hip, in shares of the height. */
const dancer = (p: Pose, noise: Noise): Solid[] => {
  const k = p.tall
  const on = (v: Vector): Vector => [p.at[0] + v[0] * k, p.at[1] + v[1] * k, p.at[2] + v[2] * k]
  const hip = on([0, 0.5, 0])
  const chest = on([p.lean * 0.5, 0.72, 0])
  const neck = on([p.lean * 0.6, 0.83, 0])
  const head = on([p.lean * 0.72, 0.915, 0.01])
  const skin = hex('#e0ac8c')
  const stockings = hex('#f0cdbb')
  const limbs = (joints: readonly Vector[], thick: readonly number[]): Field =>
    joined(
      0.03 * k,
      ...joints
        .slice(1)
        .map((q, i) => limb(joints[i] as Vector, q, (thick[i] as number) * k, (thick[i + 1] as number) * k)),
    )
  const [la, lb, ra, rb] = p.arms.map(on) as [Vector, Vector, Vector, Vector]
  const [lk, lf, rk, rf] = p.legs.map(on) as [Vector, Vector, Vector, Vector]
  const bound: [number, number, number, number] = [hip[0], hip[1], hip[2], k * 0.85]
  const shoulder = (s: number): Vector => [neck[0] + s * 0.085 * k, neck[1] - 0.035 * k, neck[2]]
  return [
    { field: limbs([hip, chest, neck], [0.062, 0.082, 0.04]), bound, colour: p.dress, gloss: 0.5 },
    {
      field: joined(
        0.02 * k,
        limbs([shoulder(-1), la, lb], [0.03, 0.022, 0.014]),
        limbs([shoulder(1), ra, rb], [0.03, 0.022, 0.014]),
        limb(neck, head, 0.03 * k, 0.035 * k),
      ),
      bound,
      colour: skin,
      gloss: 0.2,
    },
    {
      field: joined(
        0.02 * k,
        limbs([[hip[0] - 0.045 * k, hip[1], hip[2]], lk, lf], [0.058, 0.036, 0.018]),
        limbs([[hip[0] + 0.045 * k, hip[1], hip[2]], rk, rf], [0.058, 0.036, 0.018]),
      ),
      bound,
      colour: (_x, y) => (y < p.at[1] + 0.04 * k ? hex('#e89a9c') : stockings),
      gloss: 0.2,
    },
    {
      field: ball(head[0], head[1], head[2], 0.062 * k),
      bound: [head[0], head[1], head[2], 0.07 * k],
      colour: skin,
      gloss: 0.2,
    },
    {
      field: joined(
        0.03 * k,
        ball(head[0] - p.turn * 0.022 * k, head[1] + 0.022 * k, head[2] - 0.022 * k, 0.062 * k),
        ball(head[0] - p.turn * 0.06 * k, head[1] + 0.055 * k, head[2] - 0.03 * k, 0.032 * k),
      ),
      bound: [head[0], head[1], head[2], 0.14 * k],
      colour: (x, y) => mix(hex('#2c1812'), hex('#6a3c20'), clamp(0.5 + noise.fbm(x * 50, y * 30, 2))),
      gloss: 0.5,
    },
  ]
}

/** Dancers in the footlights, one turning, others waiting among painted trees. */
export const dancers = scene((easel) => {
  const { r, noise, random, a } = easel
  const leafy = ramp('#10201e', '#24463e', '#4f7a54', '#a9a95c', '#e8c48c')
  r.shade((u, v) => {
    const glow = Math.exp(-(((u - a * 0.42) / 0.4) ** 2 + ((v - 0.4) / 0.32) ** 2))
    const body = noise.fbm(u * 3 + noise.fbm(u * 5, v * 5, 3), v * 2.4, 5)
    return mix(
      leafy(clamp(0.22 + glow * 0.5 + body * 0.7)),
      hex('#d98a5c'),
      smoothstep(0.1, 0.5, noise.fbm(u * 2 + 8, v * 3, 4)) * 0.5,
    )
  })
  for (let i = 0; i < 16; i++)
    drawLeaves(r, random, {
      at: [random.range(0, a), random.range(0, 0.5)],
      radius: [0.14, 0.12],
      count: 130,
      leaf: 0.016,
      tint: leafy,
      light: [0.2, 0.8, 0.3],
      lift: random.bell() * 0.12,
      alpha: 0.6,
    })
  const stageFloor: Solid = {
    field: (_x, y, z) => Math.max(y, z - 7.5),
    bound: [0, 0, 0, 30],
    colour: (x, _y, z) =>
      mix(
        hex('#6a5a48'),
        hex('#d9bd8c'),
        clamp(0.45 + noise.fbm(x * 1.6, z * 2.4, 5) * 0.5 + 0.12 * noise.at(x * 9, z * 1.2)),
      ),
    gloss: 0.2,
  }
  const poses: Pose[] = [
    {
      at: [-0.35, 0.06, 1.2],
      tall: 1.7,
      lean: 0.05,
      turn: -1,
      dress: hex('#f0d7dc'),
      arms: [
        [-0.2, 0.9, -0.04],
        [-0.13, 1.1, -0.04],
        [0.24, 0.82, -0.03],
        [0.43, 0.9, -0.05],
      ],
      legs: [
        [-0.03, 0.27, -0.02],
        [-0.02, -0.03, 0],
        [0.24, 0.4, 0.05],
        [0.5, 0.44, 0.1],
      ],
    },
    {
      at: [1.35, 0, 2.9],
      tall: 1.66,
      lean: -0.06,
      turn: 1,
      dress: hex('#a9c8e0'),
      arms: [
        [-0.18, 0.68, -0.06],
        [-0.06, 0.56, -0.13],
        [0.2, 0.72, -0.02],
        [0.09, 0.94, -0.03],
      ],
      legs: [
        [-0.06, 0.26, -0.04],
        [-0.1, 0.02, 0],
        [0.08, 0.26, -0.03],
        [0.13, 0.02, -0.05],
      ],
    },
    {
      at: [2.15, 0, 4.2],
      tall: 1.66,
      lean: 0.03,
      turn: -1,
      dress: hex('#f0c890'),
      arms: [
        [-0.2, 0.7, -0.05],
        [-0.28, 0.56, -0.06],
        [0.19, 0.69, -0.04],
        [0.26, 0.54, -0.06],
      ],
      legs: [
        [-0.04, 0.26, -0.02],
        [-0.05, 0.02, 0],
        [0.06, 0.26, -0.03],
        [0.12, 0.02, -0.04],
      ],
    },
    {
      at: [-2.1, 0, 3.6],
      tall: 1.66,
      lean: 0.1,
      turn: 1,
      dress: hex('#e0a0a8'),
      arms: [
        [-0.14, 0.62, -0.1],
        [-0.02, 0.5, -0.14],
        [0.22, 0.66, -0.08],
        [0.16, 0.46, -0.12],
      ],
      legs: [
        [-0.06, 0.26, -0.03],
        [-0.08, 0.02, 0],
        [0.07, 0.27, -0.06],
        [0.1, 0.02, -0.1],
      ],
    },
  ]
  const stage: Stage = {
    eye: [0.1, 2.05, -3.1],
    target: [0.1, 0.92, 2],
    focal: 1.45,
    solids: [stageFloor, ...poses.flatMap((p) => dancer(p, noise))],
    lamp: unit([-0.5, 0.45, -0.75]),
    lampColour: [2.0, 1.65, 1.2],
    around: (_x, y, z) => mix(hex('#7a5a40'), hex('#4f6a78'), clamp(0.45 + y * 0.5 + z * 0.1)),
    hardness: 7,
    rows: 700,
  }
  drawSolids(r, stage)
  for (const p of [...poses].sort((m, n) => n.at[2] - m.at[2])) tutu(easel, stage, p)
  for (let i = 0; i < 40; i++) {
    const [u, v] = project(stage, a, [random.range(-3, 3), 0.01, random.range(0, 5)])
    dab(r, [u, v], [0.006, 0.002], hex('#f3b8b4'), { alpha: 0.8 })
  }
  r.adjust((c, u, v) => scale(c, 1.06 - 0.42 * smoothstep(0.45, 0.95, len2((u - a * 0.45) * 0.85, v - 0.52))))
}, 1.15)

/** Tulle: many thin soft touches around the hip, lighter where it faces the footlights. */
const tutu = ({ r, random, a }: Easel, stage: Stage, p: Pose): void => {
  const k = p.tall
  const layers = Array.from({ length: 1500 }, () => ({
    turn: random.range(0, Math.PI * 2),
    t: Math.sqrt(random.next()),
    drop: random.next(),
  })).sort((m, n) => Math.sin(n.turn) - Math.sin(m.turn))
  for (const { turn, t, drop } of layers) {
    const reach = (0.07 + 0.27 * t) * k
    const sink = (0.02 + 0.15 * t ** 1.5 * (0.4 + drop * 0.6)) * k
    const [u, v, one] = project(stage, a, [
      p.at[0] + Math.cos(turn) * reach,
      p.at[1] + 0.51 * k - sink,
      p.at[2] + Math.sin(turn) * reach,
    ])
    const [hu, hv] = project(stage, a, [p.at[0], p.at[1] + 0.53 * k, p.at[2]])
    const light = clamp(
      0.72 - 0.32 * Math.cos(turn) - 0.26 * Math.sin(turn) + random.bell() * 0.13 - drop * 0.2,
      0.2,
      1.2,
    )
    const tone = scale(mix(p.dress, hex('#fff8f0'), 0.55), light)
    dab(r, [u, v], [one * k * 0.055, one * k * 0.011], tone, {
      angle: Math.atan2(v - hv, u - hu),
      alpha: 0.4,
      soft: 0.8,
    })
  }
  for (let i = 0; i < 9; i++) {
    const [u, v, one] = project(stage, a, [
      p.at[0] + random.bell() * 0.03 * k + p.lean * 0.3 * k,
      p.at[1] + (0.56 + i * 0.02) * k,
      p.at[2] - 0.09 * k,
    ])
    dab(r, [u, v], [one * 0.012, one * 0.01], scale(hex('#fff4e0'), 1.1), { alpha: 0.5 })
  }
}
