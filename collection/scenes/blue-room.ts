import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawLeaves } from '@/collection/drawing/foliage'
import { boards, chair } from '@/collection/drawing/furniture'
import { clamp, len2 } from '@/collection/drawing/maths'
import { scene } from '@/collection/drawing/scene'
import { box, type Field, turned } from '@/collection/drawing/solid-fields'
import { drawSolids, project, type Solid, type Stage, unit } from '@/collection/drawing/solids'
import { dab } from '@/collection/drawing/strokes'

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
