import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { clamp, len3, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import { scene } from '@/collection/drawing/scene'
import { ball, joined, limb } from '@/collection/drawing/solid-fields'
import { drawSolids, type Solid, type Stage, unit } from '@/collection/drawing/solids'
import { dab } from '@/collection/drawing/strokes'
import { apple, backdrop, FRONT, lift, room } from '@/collection/drawing/tabletop'

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
