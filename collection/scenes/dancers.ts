import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawLeaves } from '@/collection/drawing/foliage'
import { clamp, len2, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import { type Easel, scene } from '@/collection/drawing/scene'
import { ball, type Field, joined, limb, type Vector } from '@/collection/drawing/solid-fields'
import { drawSolids, project, type Solid, type Stage, unit } from '@/collection/drawing/solids'
import { dab } from '@/collection/drawing/strokes'

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
        ball(head[0] - p.turn * 0.01 * k, head[1] + 0.014 * k, head[2] - 0.026 * k, 0.064 * k),
        ball(head[0] - p.turn * 0.016 * k, head[1] + 0.066 * k, head[2] - 0.05 * k, 0.03 * k),
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
    rows: 560,
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
