import { hex, mix, ramp, scale } from '@/collection/drawing/colour'
import { drawFlower, type FlowerKind } from '@/collection/drawing/flowers'
import { drawLeaves } from '@/collection/drawing/foliage'
import { clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import { type Easel, scene } from '@/collection/drawing/scene'
import { turned } from '@/collection/drawing/solid-fields'
import { drawSolids, project, type Stage, unit } from '@/collection/drawing/solids'
import { curve, dab, type Point } from '@/collection/drawing/strokes'
import { backdrop, room } from '@/collection/drawing/tabletop'

/** A full bouquet in a glazed vase, petals fallen on the table. */
export const bouquet = scene((easel) => {
  const { r, noise, random, a } = easel
  backdrop(
    r,
    noise,
    ramp('#1c2a2c', '#33484a', '#5f7468', '#98a184', '#cfc79c'),
    ramp('#2a1820', '#5a2a34', '#8f4a4a', '#c98a70'),
    a * 1.2,
  )
  const vaseRadius = (h: number): number =>
    0.2 + 0.3 * Math.sin(Math.PI * clamp(h / 1.25 + 0.1)) ** 1.4 + 0.08 * smoothstep(1.05, 1.25, h)
  const stage: Stage = {
    eye: [0, 1.6, -5.4],
    target: [0, 1.42, 0],
    focal: 1.55,
    centre: [a / 2, 0.5],
    solids: [
      {
        field: (_x, y, z) => Math.max(y, -(z + 1.35), z - 1.5),
        bound: [0, 0, 0, 30],
        gloss: 0.2,
        colour: (x, y, z) =>
          scale(
            mix(hex('#5a3a24'), hex('#b98a58'), clamp(0.5 + noise.fbm(x * 1.5, z * 15, 4) * 0.8)),
            y < -0.02 ? 0.6 : 1,
          ),
      },
      {
        field: turned(0, 0.01, 0, 1.25, vaseRadius, 0.6),
        bound: [0, 0.6, 0, 0.9],
        gloss: 1,
        colour: (x, y, z) => {
          const turn = Math.atan2(z, x)
          const leaf = smoothstep(0.12, 0.3, noise.fbm(turn * 3, y * 4.5, 3))
          const band = smoothstep(0.03, 0.01, Math.abs(y - 1.02)) + smoothstep(0.03, 0.01, Math.abs(y - 0.18))
          return mix(mix(hex('#dfe3e0'), hex('#2a4f96'), leaf * 0.9), hex('#1e3a78'), band)
        },
      },
    ],
    lamp: unit([-0.7, 0.6, -0.5]),
    lampColour: [1.7, 1.5, 1.2],
    around: room([0.17, 0.15, 0.15], [0.34, 0.4, 0.48]),
    hardness: 5,
  }
  drawSolids(r, stage)
  const [cu, cv, one] = project(stage, a, [0, 1.95, 0])
  arrange(easel, [cu, cv], one)
  const petals = ['#f3c9cf', '#e2607c', '#f6e4b0', '#d8402e'].map(hex)
  for (let i = 0; i < 16; i++) {
    const [u, v] = project(stage, a, [random.range(-1.3, 1.3), 0.02, random.range(-1.1, -0.1)])
    dab(r, [u + 0.004, v + 0.004], [0.014, 0.006], hex('#24160e'), { alpha: 0.5, soft: 0.8 })
    dab(r, [u, v], [0.014, 0.0065], random.pick(petals), { angle: random.bell(), soft: 0.2 })
  }
}, 1.12)

/** Leaves first, then the flowers from the outside in, so that the heart of the bouquet lies on top. */
const arrange = ({ r, random }: Easel, [cu, cv]: Point, one: number): void => {
  const green = ramp('#0e1e16', '#22402a', '#47683a', '#8a9a52', '#d0cd8c')
  for (let i = 0; i < 80; i++) {
    const turn = random.range(-Math.PI * 1.06, Math.PI * 0.06)
    const reach = one * random.range(0.75, 1.24)
    const tip: Point = [cu + Math.cos(turn) * reach * 0.92, cv + Math.sin(turn) * reach * 0.95 + one * 0.1]
    const root: Point = [cu + random.bell() * one * 0.06, cv + one * 0.62]
    curve(
      r,
      [root, [(root[0] + tip[0]) / 2, (root[1] + tip[1]) / 2 - one * 0.12], tip],
      [one * 0.022, one * 0.01],
      green(0.2),
      green(0.5),
    )
    drawLeaves(r, random, {
      at: tip,
      radius: [one * 0.12, one * 0.1],
      count: 16,
      leaf: one * 0.062,
      slim: 0.36,
      tint: green,
      light: [-0.5, -0.7, 0.4],
      angle: turn,
    })
  }
  drawLeaves(r, random, {
    at: [cu, cv + one * 0.12],
    radius: [one * 0.8, one * 0.55],
    count: 420,
    leaf: one * 0.055,
    slim: 0.4,
    tint: green,
    light: [-0.5, -0.7, 0.4],
    lift: -0.14,
  })
  const kinds: [FlowerKind, string][] = [
    ['peony', '#f0b9c2'],
    ['rose', '#d8324a'],
    ['daisy', '#fdf6e6'],
    ['peony', '#fbe9d2'],
    ['rose', '#f2994a'],
    ['iris', '#4a55b0'],
    ['daisy', '#f5cf4a'],
    ['peony', '#d9607e'],
    ['iris', '#7a6cc4'],
    ['rose', '#f7d9a0'],
  ]
  const heads = Array.from({ length: 64 }, (_, i) => {
    const ring = Math.sqrt((i + 0.5) / 64)
    const turn = i * 2.39996
    return { x: Math.cos(turn) * ring, y: Math.sin(turn) * ring, ring, i }
  }).sort((p, q) => q.ring - p.ring)
  for (const { x, y, ring, i } of heads) {
    const [kind, code] = kinds[(i * 7) % kinds.length] ?? kinds[0] ?? ['rose', '#d8324a']
    const at: Point = [
      cu + x * one * 0.86 + random.bell() * 0.012,
      cv + y * one * 0.72 - one * 0.06 + random.bell() * 0.012,
    ]
    const size = one * lerp(0.21, 0.12, ring) * random.range(0.85, 1.25) * (kind === 'daisy' ? 0.8 : 1)
    const light = clamp(0.85 - x * 0.2 - y * 0.22 - ring * 0.08)
    drawFlower(r, random, kind, at, size, scale(hex(code), light * 1.1), [x * 0.5, y * 0.5])
  }
}
