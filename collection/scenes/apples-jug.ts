import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { bell, clamp, len2, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import { scene } from '@/collection/drawing/scene'
import { type Field, joined, limb, turned } from '@/collection/drawing/solid-fields'
import { drawSolids, type Solid, type Stage, unit } from '@/collection/drawing/solids'
import { apple, backdrop, FRONT, room } from '@/collection/drawing/tabletop'

/** A cloth over the table: folds run out from where it was bunched; drops over the edge in front. */
const cloth = (noise: Noise, edge: number, colour: Rgb, stripe: Rgb): Solid => {
  const lift = (x: number, z: number): number => {
    const d = len2(x - 0.9, z - 0.55)
    const turn = Math.atan2(z - 0.55, x - 0.9)
    const fold = Math.sin(turn * 7 + Math.sin(d * 3.1) * 0.9) * 0.5 + Math.sin(turn * 12 + d * 2.2 + 1) * 0.28
    return (
      (0.02 + 0.11 * (0.8 + fold)) * smoothstep(0.2, 0.9, d) * (0.35 + 0.65 * smoothstep(-0.8, 0.6, x)) +
      0.02 * Math.sin(x * 5 + z * 3) -
      0.015
    )
  }
  const field: Field = (x, y, z) => {
    const hang = z - edge + 0.06 * Math.sin(x * 6) + 0.04 * Math.sin(x * 13 + 1)
    return Math.max(y - lift(x, z) - 0.01, -hang, z - 1.75) * 0.55
  }
  return {
    field,
    bound: [0, 0, 0, 30],
    colour: (x, y, z) => {
      const line = smoothstep(0.04, 0.015, Math.abs(((x * 0.8 + z * 0.2 + 40) % 0.62) - 0.31))
      return scale(mix(colour, stripe, line * 0.65), 0.93 + noise.fbm(x * 9, z * 9 + y * 9, 3) * 0.14)
    },
  }
}

/** Apples on a rumpled white cloth before a stoneware jug. */
export const applesJug = scene(({ r, noise }) => {
  backdrop(
    r,
    noise,
    ramp('#22303a', '#3f5560', '#6d8288', '#a9b3a2', '#d6cfae'),
    ramp('#141d2c', '#2a3f5c', '#4f6f8c', '#93a9a8'),
    r.aspect * 0.68,
  )
  const [green, red, gold, orange] = [hex('#a9b84a'), hex('#b3261e'), hex('#e6b93a'), hex('#d8691e')] as const
  const jugRadius = (h: number): number => {
    const t = h / 1.35
    return (
      0.3 +
      0.27 * Math.sin(Math.PI * clamp(t * 1.08 + 0.06)) ** 1.3 -
      0.1 * bell(t, 0.86, 0.12) +
      0.05 * smoothstep(0.93, 1, t)
    )
  }
  const jug: Solid = {
    field: joined(
      0.05,
      turned(-0.72, 0.02, 0.75, 1.35, jugRadius, 0.55),
      limb([-1.0, 1.24, 0.75], [-1.28, 1.25, 0.73], 0.06, 0.065),
      limb([-1.28, 1.25, 0.73], [-1.47, 1.05, 0.72], 0.065, 0.065),
      limb([-1.47, 1.05, 0.72], [-1.44, 0.78, 0.73], 0.065, 0.06),
      limb([-1.44, 0.78, 0.73], [-1.2, 0.6, 0.75], 0.06, 0.06),
    ),
    bound: [-0.85, 0.7, 0.75, 1.1],
    colour: (x, y, z) => {
      const glaze = smoothstep(0.62, 0.7, y + noise.fbm(x * 4, z * 4, 3) * 0.16)
      const band = smoothstep(0.03, 0.015, Math.abs(y - 0.98)) + smoothstep(0.02, 0.01, Math.abs(y - 1.06))
      const body = mix(hex('#a5673c'), hex('#3f6a72'), glaze)
      return mix(scale(body, 0.9 + noise.fbm(x * 8, y * 8, 3) * 0.3), hex('#e8d9a8'), band * 0.8)
    },
    gloss: 0.9,
  }
  const plate: Solid = {
    field: turned(0.62, 0.03, 0.35, 0.16, (h) => 0.35 + h * 2.9, 0.4),
    bound: [0.62, 0.1, 0.35, 1],
    colour: (x, _y, z) =>
      mix(hex('#e9e6dc'), hex('#3f5f92'), smoothstep(0.03, 0.015, Math.abs(len2(x - 0.62, z - 0.35) - 0.72))),
    gloss: 0.6,
  }
  const stage: Stage = {
    ...FRONT,
    solids: [
      cloth(noise, -1.55, hex('#e6e2d6'), hex('#8a3a34')),
      jug,
      plate,
      ...apple(noise, 0.36, 0.26, 0.3, gold, red, 0.16),
      ...apple(noise, 0.92, 0.22, 0.29, green, red, 0.16, 0.1),
      ...apple(noise, 0.66, 0.68, 0.3, gold, orange, 0.16),
      ...apple(noise, 0.64, 0.36, 0.28, hex('#d9c54a'), hex('#c8321e'), 0.6, 0.14),
      ...apple(noise, -0.34, -0.45, 0.3, gold, red, 0.03, -0.1),
      ...apple(noise, 0.28, -0.72, 0.29, green, hex('#c9a03a'), 0.03),
      ...apple(noise, -1.22, -0.28, 0.31, hex('#d7a83a'), hex('#a51e1a'), 0.0, 0.12),
      ...apple(noise, 1.52, -0.35, 0.3, gold, orange, 0.08),
      ...apple(noise, -0.02, -0.16, 0.26, orange, hex('#d8571e'), 0.03),
    ],
    lamp: unit([-0.72, 0.62, -0.42]),
    lampColour: [1.75, 1.5, 1.18],
    around: room([0.2, 0.17, 0.17], [0.36, 0.42, 0.52]),
    hardness: 5,
  }
  drawSolids(r, stage)
}, 1.1)
