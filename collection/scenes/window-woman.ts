import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawLeaves } from '@/collection/drawing/foliage'
import { boards, chair } from '@/collection/drawing/furniture'
import { clamp, len2, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import { type Easel, scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { ball, box, type Field, joined, limb, turned } from '@/collection/drawing/solid-fields'
import { drawSolids, project, type Solid, type Stage, unit } from '@/collection/drawing/solids'
import { curve, dab, stroke } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

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
    rows: 660,
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
