import { add, hex, mix, ramp, scale } from '@/collection/drawing/colour'
import { EYE, ear, eyeball, face, hairline, hairSolid, skinColour, toHead, toRoom } from '@/collection/drawing/head'
import { clamp, len2, len3, smoothstep } from '@/collection/drawing/maths'
import { scene } from '@/collection/drawing/scene'
import { egg, joined, limb, paired, type Vector } from '@/collection/drawing/solid-fields'
import { drawSolids, project, type Solid, type Stage, unit } from '@/collection/drawing/solids'
import { curve, dab, type Point } from '@/collection/drawing/strokes'

/** Head and shoulders by a window, before a plain wall. */
export const sitter = scene(({ r, noise, random, a }) => {
  const wall = ramp('#17191a', '#2c2f2c', '#4f5148', '#7c7763')
  r.shade((u, v) => {
    const t = 0.62 * smoothstep(-0.1, 1.1, u / a) + 0.2 * (1 - v)
    return wall(clamp(0.08 + t + noise.fbm(u * 2.4, v * 2.4, 5, 0.6) * 0.22))
  })
  const neck = limb([0.05, -0.4, 0.22], [0, -1.6, 0.36], 0.34, 0.44)
  const skull = joined(0.05, face(), ear())
  const flesh = joined(0.14, (x, y, z) => skull(...toHead(x, y, z)), neck)
  const torso = joined(
    0.5,
    paired(limb([1.08, -2.06, 0.5], [0.3, -1.72, 0.45], 0.34, 0.3)),
    paired(limb([1.08, -2.06, 0.5], [1.3, -3.2, 0.4], 0.34, 0.34)),
    egg(0, -2.7, 0.2, 1.2, 1.1, 0.75),
    limb([0, -1.5, 0.38], [0, -2, 0.42], 0.38, 0.6),
  )
  const folds = (x: number, y: number): number => {
    const turn = Math.atan2(x, -y - 1.1)
    return (
      (0.5 + 0.5 * Math.sin(turn * 10 + noise.fbm(x * 1.3, y * 1.3, 2) * 5)) * smoothstep(0.6, 1.3, len2(x, y + 1.2))
    )
  }
  const solids: Solid[] = [
    {
      field: (x, y, z) => flesh(x, y, z) * 0.85,
      bound: [0, -0.6, 0.1, 2],
      colour: skinColour(noise),
      gloss: 0.1,
    },
    eyeball(-1, noise),
    eyeball(1, noise),
    hairSolid(noise),
    {
      field: (x, y, z) => (torso(x, y, z) + folds(x, y) * 0.08) * 0.5,
      bound: [0, -2.9, 0.3, 2.4],
      colour: (x, y) => scale(hex('#3a4756'), 0.9 + noise.fbm(x * 5, y * 5, 4) * 0.3),
    },
    {
      field: (x, y, z) => {
        const shell = Math.abs(torso(x, y, z) - 0.06 - 0.02 * Math.sin(Math.atan2(x, z) * 11)) - 0.025
        const reach = len3(x, (y + 1.25) * 1.1, z - 0.35) - 0.92
        const split = z < 0.3 ? 0.06 - (y + 1.3) * 0.35 - Math.abs(x + 0.1) : -1
        return Math.max(shell, reach, split, y + 1.2) * 0.6
      },
      bound: [0, -1.6, 0.3, 1.2],
      colour: (x, y) => scale(hex('#e6ddcc'), 0.95 + noise.fbm(x * 9, y * 9, 3) * 0.2),
    },
  ]
  const stage: Stage = {
    eye: [0, -0.1, -9.5],
    target: [0, 0, 0],
    focal: 2.55 * Math.min(1, a / 0.62),
    centre: [a * 0.5, 0.43],
    solids,
    lamp: unit([-0.73, 0.45, -0.52]),
    lampColour: [1.12, 1, 0.84],
    around: (nx, ny, nz) => {
      const wrap = clamp(0.5 - 0.34 * nx + 0.23 * ny - 0.3 * nz) ** 2 * 0.14
      return add(
        mix([0.14, 0.11, 0.095], [0.2, 0.21, 0.24], clamp(0.45 + ny * 0.35 + nx * 0.2 - nz * 0.2)),
        [1, 0.88, 0.74],
        wrap,
      )
    },
    hardness: 3.5,
  }
  drawSolids(r, stage)
  const seen = (at: Vector): Point => {
    const [u, v] = project(stage, a, toRoom(at))
    return [u, v]
  }
  for (let i = 0; i < 420; i++) {
    const [side, turn, from] = [random.pick([-1, 1]), random.range(-1.6, 0.95), random.range(0.03, 0.9)]
    const on = (t: number): Vector => [
      side * 0.72 * Math.sin(t),
      0.33 + 0.77 * Math.cos(t) * Math.cos(turn),
      0.16 - 0.87 * Math.cos(t) * Math.sin(turn),
    ]
    const [x, y, z] = on(from + 0.25)
    const out = unit(toRoom([x * 1.5, (y - 0.33) * 1.3, z - 0.16]))
    if (out[2] > -0.1 || hairline(...on(from + 0.5)) < 0.03 || hairline(...on(from)) < -0.04) continue
    const lit = clamp(-0.68 * out[0] + 0.46 * out[1] - 0.6 * out[2])
    const tone = scale(hex(random.pick(['#2c1a12', '#7a4e2e', '#b98a58'])), 0.15 + lit)
    curve(r, [seen(on(from)), seen(on(from + 0.25)), seen(on(from + 0.5))], [0.0035, 0.0015], tone, tone, 0.35)
  }
  for (let i = 0; i < 16; i++) {
    const [y, z] = [random.bell() * 0.05, random.bell() * 0.03]
    const top = seen([0.57, 0.24 + y, z - 0.4])
    curve(
      r,
      [top, seen([0.6, 0.06 + y, z - 0.38]), seen([0.6, y - 0.16, 2 * z - 0.16])],
      [0.0035, 0.001],
      hex('#23140d'),
      hex('#3a241a'),
      0.35,
    )
  }
  for (const side of [-1, 1]) {
    const [u, v, one] = project(stage, a, toRoom([EYE[0] * side + 0.03, 0.03, -0.67]))
    dab(r, [u, v], [one * 0.015, one * 0.015], hex('#fff6e6'), { soft: 0.5 })
  }
})
