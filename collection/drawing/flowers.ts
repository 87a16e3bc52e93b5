import { hex, mix, type Rgb, scale } from '@/collection/drawing/colour'
import { clamp } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { dab, type Point } from '@/collection/drawing/strokes'

export type FlowerKind = 'peony' | 'rose' | 'daisy' | 'iris'

/**
 * One flower head at a point. `turn` says where it faces: [0, 0] to the viewer, [-1, 0] to the left.
 * Light comes from the upper left, as in the rest of a still life.
 */
export const drawFlower = (
  r: Raster,
  random: Random,
  kind: FlowerKind,
  [u, v]: Point,
  size: number,
  colour: Rgb,
  turn: Point,
): void => {
  dab(r, [u + size * 0.12, v + size * 0.2], [size * 1.02, size * 0.95], hex('#10160f'), { alpha: 0.5, soft: 0.7 })
  const rings = { peony: 6, rose: 5, daisy: 1, iris: 2 }[kind]
  const petals = { peony: 13, rose: 8, daisy: 18, iris: 5 }[kind]
  for (let ring = 0; ring < rings; ring++) {
    const reach = size * 0.72 * (1 - ring / (rings + 0.6))
    const heart: Point = [u + turn[0] * size * 0.45 * (ring / rings), v + turn[1] * size * 0.45 * (ring / rings)]
    for (let i = 0; i < petals; i++) {
      const angle = ((i + ring * 0.5 + random.bell() * 0.2) / petals) * Math.PI * 2
      const flat = 1 - 0.35 * Math.abs(turn[1])
      const at: Point = [heart[0] + Math.cos(angle) * reach, heart[1] + Math.sin(angle) * reach * flat]
      const tone = clamp(
        0.72 -
          0.3 * Math.cos(angle) * 0.7 -
          0.34 * Math.sin(angle) +
          random.bell() * 0.1 -
          (kind === 'rose' ? ring * 0.04 : 0),
        0.22,
        1.3,
      )
      const [long, wide] = petalSize(kind, size, ring, rings)
      dab(r, at, [long * 1.06, wide * 1.1], scale(colour, tone * 0.55), {
        angle: angle + (kind === 'rose' ? 1.57 : 0),
        soft: 0.2,
      })
      dab(
        r,
        [at[0] - size * 0.02, at[1] - size * 0.03],
        [long * 0.9, wide * 0.85],
        scale(mix(colour, hex('#fff4e0'), 0.12 * tone), tone),
        { angle: angle + (kind === 'rose' ? 1.57 : 0), soft: 0.5 },
      )
    }
  }
  heartOf(r, random, kind, [u + turn[0] * size * 0.4, v + turn[1] * size * 0.4], size, colour)
}

const petalSize = (kind: FlowerKind, size: number, ring: number, rings: number): Point => {
  const k = 1 - (ring / rings) * 0.55
  if (kind === 'daisy') return [size * 0.36, size * 0.11]
  if (kind === 'iris') return [size * 0.46, size * 0.24]
  return kind === 'rose' ? [size * 0.36 * k, size * 0.22 * k] : [size * 0.26 * k, size * 0.16 * k]
}

const heartOf = (r: Raster, random: Random, kind: FlowerKind, [u, v]: Point, size: number, colour: Rgb): void => {
  if (kind === 'rose') {
    dab(r, [u, v], [size * 0.16, size * 0.12], scale(colour, 0.35), { soft: 0.6 })
    return
  }
  if (kind === 'peony') return
  const seed = kind === 'daisy' ? hex('#e0a020') : hex('#f5d54a')
  const k = kind === 'daisy' ? 0.28 : 0.14
  dab(r, [u, v], [size * k, size * k * 0.9], scale(seed, 0.7), { soft: 0.2 })
  for (let i = 0; i < 14; i++) {
    dab(
      r,
      [u + random.bell() * size * k * 0.4, v + random.bell() * size * k * 0.4 - size * 0.03],
      [size * 0.035, size * 0.03],
      scale(seed, random.range(0.8, 1.5)),
    )
  }
}
