import { hex, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { clamp, lerp } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import type { Easel } from '@/collection/drawing/scene'
import { curve, dab, type Point, stroke } from '@/collection/drawing/strokes'

const PAD = ramp('#16301f', '#2f5a34', '#5f8f4e', '#a3c27a', '#d9e3b4')

/** Green of willow leaves, from shade to sun. */
export const WILLOW = ramp('#0c1f1a', '#1f4030', '#3f6b3c', '#7f9a4a', '#c9cf7c')

const BLOSSOMS = ['#f6d6dc', '#f2a9bd', '#fff3e6', '#ee7f9f', '#f9e7a8'] as const

/** A blossom: a cup of petals around a yellow heart, brighter towards the light. */
const blossom = (r: Raster, random: Random, [u, v]: Point, size: number, colour: Rgb): void => {
  dab(r, [u, v + size * 0.75], [size * 1.1, size * 0.3], hex('#14261f'), { alpha: 0.6 })
  for (let ring = 0; ring < 3; ring++) {
    const petals = 9 - ring * 2
    for (let i = 0; i < petals; i++) {
      const angle = Math.PI + (Math.PI * (i + 0.5)) / petals + random.bell() * 0.08
      const reach = size * (0.75 - ring * 0.18)
      const at: Point = [u + Math.cos(angle) * reach * 0.9, v + Math.sin(angle) * reach * 0.55 + ring * size * 0.06]
      const tone = 0.72 + 0.35 * Math.sin(angle + 3.6) + random.bell() * 0.08
      dab(r, at, [size * 0.52, size * 0.2], scale(colour, clamp(tone + ring * 0.12, 0.35, 1.25)), { angle, soft: 0.35 })
    }
  }
  dab(r, [u, v - size * 0.12], [size * 0.22, size * 0.16], hex('#f2c544'))
}

/** A floating leaf: an ellipse tilted by perspective with a light rim and a notch. */
const pad = (r: Raster, random: Random, [u, v]: Point, size: number, squash: number, tone: number): void => {
  const h = size * squash
  dab(r, [u, v + h * 0.28], [size * 1.03, h * 1.08], hex('#0b1c1c'), { alpha: 0.55, soft: 0.3 })
  dab(r, [u, v], [size, h], PAD(tone), { soft: 0.12 })
  dab(r, [u - size * 0.15, v - h * 0.2], [size * 0.72, h * 0.6], PAD(tone + 0.16), { soft: 0.9, alpha: 0.8 })
  const turn = random.range(0, Math.PI * 2)
  const rim: Point = [u + Math.cos(turn) * size * 0.95, v + Math.sin(turn) * h * 0.95]
  stroke(r, [u, v], rim, [size * 0.02, size * 0.16], PAD(tone * 0.4), PAD(tone * 0.3), 0.8)
  for (let i = 0; i < 5; i++) {
    const a = turn + 0.7 + i * 1.05
    const vein: Point = [u + Math.cos(a) * size * 0.8, v + Math.sin(a) * h * 0.8]
    stroke(r, [u, v], vein, [size * 0.03, size * 0.01], PAD(tone + 0.28), PAD(tone + 0.2), 0.45)
  }
}

/** Islands of pads in perspective: far ones small and flat, near ones large. */
export const padIslands = (
  { r, random, noise, a }: Easel,
  top: number,
  horizon: number,
  plenty: number,
  blooms: number,
): void => {
  for (let v = top; v < 1.04; v += 0.0042 + (v - horizon) * 0.004) {
    const size = 0.034 * (v - horizon) * random.range(0.85, 1.15)
    const squash = clamp(0.16 + (v - horizon) * 0.28, 0.16, 0.5)
    for (let u = random.range(-size, size); u < a + size; u += size * random.range(1.1, 2.1)) {
      const away = 1 / (v - horizon)
      const island = noise.fbm((u - a / 2) * away * 1.05 + 3, away * 3.1, 3) + plenty
      if (island < random.range(0, 0.22)) continue
      const at: Point = [u + random.bell() * size * 0.3, v + random.bell() * size * squash * 0.4]
      pad(
        r,
        random,
        at,
        size * random.range(0.6, 1.15),
        squash,
        clamp(0.42 + random.bell() * 0.14 + noise.at(u * 3, v * 3) * 0.15, 0.12, 0.85),
      )
      if (random.next() < blooms) {
        blossom(r, random, [at[0], at[1] - size * 0.2], size * random.range(0.5, 0.78), hex(random.pick(BLOSSOMS)))
      }
    }
  }
}

/** Hanging branches of a willow from the upper edge, drawn as long curved strands of narrow leaves. */
export const willowCurtain = (
  r: Raster,
  random: Random,
  from: number,
  to: number,
  drop: number,
  strands: number,
  top = -0.05,
): void => {
  for (let i = 0; i < strands; i++) {
    const depth = i / strands
    const u = random.range(from, to)
    const long = drop * random.range(0.45, 1)
    const sway = random.bell() * 0.03
    const tone = lerp(0.12, 0.62, depth) + random.bell() * 0.12
    curve(
      r,
      [
        [u, top],
        [u + sway, top + long * 0.5],
        [u + sway * 2.2, top + long],
      ],
      [0.0026, 0.001],
      WILLOW(tone * 0.7),
      WILLOW(tone),
    )
    for (let t = 0.15; t < 1; t += 0.028) {
      const at: Point = [u + sway * 2.2 * t * t + random.bell() * 0.005, top + long * t]
      dab(r, at, [0.011, 0.0028], WILLOW(tone + random.bell() * 0.12), {
        angle: Math.PI / 2 + random.bell() * 0.5,
        soft: 0.4,
        alpha: 0.85,
      })
    }
  }
}
