import { type Rgb, scale } from '@/collection/drawing/colour'
import { clamp, len3 } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { curve, dab, type Point } from '@/collection/drawing/strokes'

export type Leaves = {
  at: Point
  /** Half width and half height of the clump. */
  radius: Point
  count: number
  /** Length of a leaf touch in heights. */
  leaf: number
  /** From deep shadow (0) to full light (1). */
  tint: (t: number) => Rgb
  /** Towards the light: x right, y down, z to the viewer. */
  light: readonly [number, number, number]
  /** Direction of the touches in radians; random when absent. */
  angle?: number
  /** Added to every touch's lightness. */
  lift?: number
  /** Width of a touch over its length; default 0.55. */
  slim?: number
  alpha?: number
}

/** One clump of leaves: touches scattered in an ellipsoid, the far and dark ones first. */
export const drawLeaves = (r: Raster, random: Random, look: Leaves): void => {
  const [lx, ly, lz] = look.light
  const touches: { x: number; y: number; z: number; tone: number }[] = []
  for (let i = 0; i < look.count; i++) {
    const [x, y, z] = inBall(random)
    const facing = x * lx + y * ly + z * lz
    touches.push({ x, y, z, tone: clamp(0.45 + 0.45 * facing + random.bell() * 0.13 + (look.lift ?? 0)) })
  }
  touches.sort((a, b) => a.z - b.z)
  for (const t of touches) {
    const size = look.leaf * random.range(0.6, 1.3)
    const angle = look.angle === undefined ? random.range(0, Math.PI) : look.angle + random.bell() * 0.35
    const at: Point = [look.at[0] + t.x * look.radius[0], look.at[1] + t.y * look.radius[1]]
    dab(r, at, [size, size * (look.slim ?? 0.55)], look.tint(t.tone * (0.72 + 0.28 * (t.z * 0.5 + 0.5))), {
      angle,
      soft: 0.45,
      alpha: look.alpha ?? 0.92,
    })
  }
}

/** A point in the unit ball, more often near its skin. */
const inBall = (random: Random): [number, number, number] => {
  for (;;) {
    const p: [number, number, number] = [random.range(-1, 1), random.range(-1, 1), random.range(-1, 1)]
    const l = len3(...p)
    if (l > 1 || l < 0.01) continue
    const k = l ** -0.45
    return [p[0] * k, p[1] * k, p[2] * k]
  }
}

type Crown = Leaves & {
  /** Number of clumps that make the crown. */
  clumps: number
  /** Size of a clump relative to the crown, default 0.38. */
  clump?: number
}

/** A tree's crown: clumps of leaves, each shaded for itself and by its place in the whole. */
export const drawCrown = (r: Raster, random: Random, look: Crown): void => {
  const [lx, ly, lz] = look.light
  const places = Array.from({ length: look.clumps }, () => inBall(random)).sort((a, b) => a[2] - b[2])
  const size = look.clump ?? 0.38
  for (const [x, y, z] of places) {
    const k = random.range(0.75, 1.25) * size
    drawLeaves(r, random, {
      ...look,
      at: [look.at[0] + x * look.radius[0] * (1 - size * 0.6), look.at[1] + y * look.radius[1] * (1 - size * 0.6)],
      radius: [look.radius[0] * k, look.radius[1] * k * 0.8],
      count: Math.ceil(look.count / look.clumps),
      lift: (look.lift ?? 0) + (x * lx + y * ly + z * lz) * 0.2 - 0.03,
    })
  }
}

/** A trunk with boughs that reach to both sides, dark on the side away from the light. */
export const drawTrunk = (
  r: Raster,
  random: Random,
  base: Point,
  top: Point,
  width: number,
  colour: Rgb,
  boughs = 5,
): void => {
  const lean = random.bell() * (base[1] - top[1]) * 0.06
  const middle: Point = [(base[0] + top[0]) / 2 + lean, (base[1] + top[1]) / 2]
  curve(r, [base, middle, top], [width, width * 0.35], scale(colour, 0.6), colour)
  curve(
    r,
    [
      [base[0] + width * 0.18, base[1]],
      [middle[0] + width * 0.14, middle[1]],
      [top[0] + width * 0.06, top[1]],
    ],
    [width * 0.4, width * 0.12],
    scale(colour, 1.5),
    scale(colour, 1.7),
    0.7,
  )
  const tall = base[1] - top[1]
  for (let i = 0; i < boughs; i++) {
    const t = 0.45 + (0.5 * i) / boughs
    const from: Point = [base[0] + (top[0] - base[0]) * t + lean * 0.8, base[1] - tall * t]
    const side = i % 2 ? 1 : -1
    const reach = tall * random.range(0.18, 0.36)
    const to: Point = [from[0] + side * reach, from[1] - reach * random.range(0.5, 1)]
    curve(r, [from, [from[0] + side * reach * 0.6, from[1] - reach * 0.2], to], [width * 0.4, width * 0.1], colour)
  }
}
