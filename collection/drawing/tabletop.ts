import { hex, mix, type Rgb } from '@/collection/drawing/colour'
import { clamp, len2, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Raster } from '@/collection/drawing/raster'
import { type Field, limb } from '@/collection/drawing/solid-fields'
import type { Solid } from '@/collection/drawing/solids'

/** An apple: a fat ring closed in the middle, blushing on one side, striped from its stalk. */
export const apple = (
  noise: Noise,
  x: number,
  z: number,
  size: number,
  green: Rgb,
  red: Rgb,
  y = 0,
  lean = 0,
): Solid[] => {
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

/** A wall behind a table: plaster, light falling across it, and a curtain at one side. */
export const backdrop = (
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

/** Light of a room by the direction a surface faces: warm from below and the right, cool from above. */
export const room =
  (warm: Rgb, cool: Rgb) =>
  (nx: number, ny: number, nz: number): Rgb => {
    const t = clamp(0.5 + ny * 0.42 - nx * 0.2 - nz * 0.1)
    return mix(warm, cool, t)
  }

/** Where one stands before a table. */
export const FRONT = { eye: [0, 1.75, -4.6], target: [0, 0.52, 0.1], focal: 1.75 } as const

/** The same things, higher by `by`. */
export const lift = (solids: Solid[], by: number): Solid[] =>
  solids.map((s) => {
    const { colour } = s
    return {
      ...s,
      field: (x: number, y: number, z: number) => s.field(x, y - by, z),
      bound: [s.bound[0], s.bound[1] + by, s.bound[2], s.bound[3]] as const,
      colour: typeof colour === 'function' ? (x: number, y: number, z: number) => colour(x, y - by, z) : colour,
    }
  })
