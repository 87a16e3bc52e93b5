import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawFlower, type FlowerKind } from '@/collection/drawing/flowers'
import { drawLeaves } from '@/collection/drawing/foliage'
import { bell, clamp, len2, len3, lerp, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Raster } from '@/collection/drawing/raster'
import { type Easel, scene } from '@/collection/drawing/scene'
import {
  ball,
  drawSolids,
  type Field,
  joined,
  limb,
  project,
  type Solid,
  type Stage,
  turned,
  unit,
} from '@/collection/drawing/solids'
import { curve, dab, type Point } from '@/collection/drawing/strokes'

/** An apple: a fat ring closed in the middle, blushing on one side, striped from its stalk. */
const apple = (noise: Noise, x: number, z: number, size: number, green: Rgb, red: Rgb, y = 0, lean = 0): Solid[] => {
  const cy = y + size * 0.9
  const field: Field = (px, py, pz) => {
    const dx = px - x - (py - cy) * lean
    const dy = (py - cy) * 0.93
    return (len2(len2(dx, pz - z) - size * 0.3, dy) - size * 0.72) * 0.9
  }
  const colour = (px: number, py: number, pz: number): Rgb => {
    const turn = Math.atan2(pz - z, px - x)
    const streak = noise.fbm(turn * 7, (py - cy) / size, 3)
    const blush = smoothstep(
      -0.25,
      0.5,
      Math.sin(turn * 1 + x * 9) * 0.6 + streak * 0.9 + noise.at(px * 3, py * 3) * 0.4,
    )
    const speck = smoothstep(0.35, 0.5, noise.at(px * 46, py * 46 + pz * 30)) * 0.25
    return mix(
      mix(mix(green, red, blush), hex('#f2e09a'), speck),
      hex('#5a5a22'),
      smoothstep(size * 0.4, size * 0.1, len2(px - x, pz - z)) * (py > cy ? 0.7 : 0),
    )
  }
  const stalk = limb(
    [x, cy + size * 0.3, z],
    [x + size * 0.16 + lean, cy + size * 0.95, z - size * 0.06],
    size * 0.05,
    size * 0.07,
  )
  return [
    { field, bound: [x, cy, z, size * 1.12], colour, gloss: 0.5 },
    { field: stalk, bound: [x, cy + size * 0.6, z, size * 0.6], colour: hex('#4a3018') },
  ]
}

const pear = (noise: Noise, x: number, z: number, size: number, skin: Rgb, blush: Rgb, lean: number): Solid[] => {
  const tip: readonly [number, number, number] = [x + lean * size, size * 1.75, z]
  const field = joined(
    size * 0.75,
    ball(x, size * 0.82, z, size * 0.82),
    ball(x + lean * size * 0.8, size * 1.62, z, size * 0.36),
  )
  const colour = (px: number, py: number, pz: number): Rgb => {
    const side = smoothstep(-0.1, 0.5, ((px - x) / size) * -0.5 + noise.fbm(px * 5, py * 5 + pz * 3, 4) * 0.7)
    const speck = smoothstep(0.3, 0.5, noise.at(px * 50 + pz * 20, py * 50)) * 0.4
    return mix(mix(skin, blush, side * 0.8), hex('#6a4a1c'), speck)
  }
  return [
    { field, bound: [x + lean * size * 0.4, size * 1.1, z, size * 1.25], colour, gloss: 0.35 },
    {
      field: limb(
        [tip[0], tip[1] + size * 0.1, z],
        [tip[0] + size * 0.2, tip[1] + size * 0.65, z],
        size * 0.05,
        size * 0.07,
      ),
      bound: [tip[0], tip[1] + size * 0.4, z, size * 0.6],
      colour: hex('#3a2614'),
    },
  ]
}

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

/** A wall behind a table: plaster, light falling across it, and a curtain at one side. */
const backdrop = (
  r: Raster,
  noise: Noise,
  tones: (t: number) => Rgb,
  curtain: (t: number) => Rgb,
  from: number,
): void => {
  r.shade((u, v) => {
    const plaster = noise.fbm(u * 3, v * 3, 6, 0.6)
    const sweep = clamp(0.62 - 0.32 * (u / r.aspect) - 0.18 * v + plaster * 0.42)
    const wall = tones(sweep)
    const x = u + Math.sin(v * 3.1) * 0.03 + noise.fbm(u * 2, v * 2, 2) * 0.04
    const drape = smoothstep(from, from + 0.02, x + v * 0.05)
    if (drape <= 0) return wall
    const fold = Math.sin(x * 52 + Math.sin(v * 4 + x * 6) * 1.3) * 0.5 + Math.sin(x * 117 + v * 3) * 0.2
    const pattern = smoothstep(0.22, 0.42, noise.at(u * 13 + 4, v * 13)) * 0.18
    return mix(wall, curtain(clamp(0.42 + fold * 0.42 + plaster * 0.3 + pattern)), drape)
  })
}

const room =
  (warm: Rgb, cool: Rgb) =>
  (nx: number, ny: number, nz: number): Rgb => {
    const t = clamp(0.5 + ny * 0.42 - nx * 0.2 - nz * 0.1)
    return mix(warm, cool, t)
  }

const FRONT = { eye: [0, 1.75, -4.6], target: [0, 0.52, 0.1], focal: 1.75 } as const

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

/** Pears and a blue bowl by candle-like evening light, dark behind. */
export const pearsBowl = scene(({ r, noise, random }) => {
  backdrop(
    r,
    noise,
    ramp('#140f10', '#2c1e1a', '#553824', '#8a5e34', '#b98a4e'),
    ramp('#1a0c10', '#4a1a1e', '#7e2f2a', '#b05a3c'),
    r.aspect * 0.72,
  )
  const bowl: Solid = {
    field: (x, y, z) => {
      const d = len3(x + 0.3, (y - 0.78) * 1.1, z - 0.45)
      return Math.max(Math.abs(d - 0.74) - 0.03, y - 0.72 - 0.015 * Math.sin(Math.atan2(z - 0.45, x + 0.3) * 14)) * 0.85
    },
    bound: [-0.3, 0.5, 0.45, 1],
    colour: (x, y, z) => {
      const turn = Math.atan2(z - 0.45, x + 0.3)
      const vine = Math.abs(y - 0.42 - 0.09 * Math.sin(turn * 6))
      const rim = smoothstep(0.05, 0.02, Math.abs(y - 0.66))
      return mix(
        hex('#e4e2da'),
        hex('#23458c'),
        clamp(smoothstep(0.035, 0.012, vine) + rim + smoothstep(0.3, 0.45, noise.at(turn * 5, y * 12)) * 0.6),
      )
    },
    gloss: 0.9,
  }
  const table: Solid = {
    field: (_x, y, z) => Math.max(y, -(z + 1.7), z - 1.8),
    bound: [0, 0, 0, 30],
    colour: (x, y, z) => {
      const grain = noise.fbm(x * 1.2, z * 14 + noise.fbm(x * 1.5, z * 2, 2) * 3, 4)
      return scale(mix(hex('#4a2a17'), hex('#a5683a'), clamp(0.45 + grain * 0.8)), y < -0.02 ? 0.6 : 1)
    },
    gloss: 0.25,
  }
  const knife: Solid[] = [
    {
      field: limb([0.75, 0.05, -1.15], [1.3, 0.05, -0.92], 0.045, 0.05),
      bound: [1, 0, -1, 0.5],
      colour: hex('#2a1a14'),
      gloss: 0.5,
    },
    {
      field: (x, y, z) =>
        Math.max(limb([0.1, 0.04, -1.42], [0.75, 0.05, -1.15], 0.03, 0.07)(x, y, z), Math.abs(y - 0.04) - 0.012),
      bound: [0.4, 0, -1.3, 0.5],
      colour: hex('#c9ccd0'),
      gloss: 1,
    },
  ]
  const stage: Stage = {
    ...FRONT,
    solids: [
      table,
      bowl,
      ...knife,
      ...lift(pear(noise, -0.5, 0.4, 0.3, hex('#c9b53c'), hex('#b5521e'), -0.2), 0.35),
      ...lift(pear(noise, -0.05, 0.5, 0.29, hex('#93a03a'), hex('#c9982e'), 0.25), 0.38),
      ...lift(apple(noise, -0.3, 0.1, 0.26, hex('#d9a83a'), hex('#b3261e')), 0.42),
      ...pear(noise, 0.85, 0.2, 0.34, hex('#d8bc4a'), hex('#c2541e'), 0.12),
      ...pear(noise, 1.42, 0.45, 0.31, hex('#8f9a3c'), hex('#a8762a'), -0.15),
      ...pear(noise, -1.38, -0.1, 0.32, hex('#c9b040'), hex('#a8431e'), 0.22),
      ...grapes(noise, 0.28, -0.55),
    ],
    lamp: unit([-0.8, 0.55, -0.35]),
    lampColour: [2.1, 1.55, 0.95],
    around: room([0.09, 0.06, 0.06], [0.15, 0.15, 0.19]),
    hardness: 7,
  }
  drawSolids(r, stage)
  for (let i = 0; i < 60; i++)
    dab(r, [random.range(0, r.aspect), random.range(0.75, 1)], [0.002, 0.001], hex('#e8c896'), { alpha: 0.3 })
}, 1.15)

const lift = (solids: Solid[], by: number): Solid[] =>
  solids.map((s) => {
    const { colour } = s
    return {
      ...s,
      field: (x: number, y: number, z: number) => s.field(x, y - by, z),
      bound: [s.bound[0], s.bound[1] + by, s.bound[2], s.bound[3]] as const,
      colour: typeof colour === 'function' ? (x: number, y: number, z: number) => colour(x, y - by, z) : colour,
    }
  })

const grapes = (noise: Noise, x: number, z: number): Solid[] => {
  const beads: Solid[] = []
  for (let i = 0; i < 34; i++) {
    const t = i / 34
    const turn = i * 2.4
    const wide = 0.3 * (1 - t * 0.75)
    const [bx, by, bz] = [
      x + Math.cos(turn) * wide * 0.9 - t * 0.35,
      0.1 + (i % 3) * 0.1 * (1 - t),
      z + Math.sin(turn) * wide * 0.6 - t * 0.15,
    ]
    const tone = 0.5 + 0.5 * noise.at(i * 0.7, 3)
    beads.push({
      field: ball(bx, by, bz, 0.098),
      bound: [bx, by, bz, 0.11],
      colour: mix(hex('#2a1438'), hex('#6d2f5c'), tone),
      gloss: 0.9,
    })
  }
  return beads
}

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
