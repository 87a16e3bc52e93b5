import { clamp, len2, len3 } from '@/collection/drawing/maths'

export type Vector = readonly [number, number, number]

/** Signed distance to a surface: negative inside, never more than the true distance. */
export type Field = (x: number, y: number, z: number) => number

/** Farther than any surface on the stage. */
export const FAR = 60

export const ball =
  (cx: number, cy: number, cz: number, radius: number): Field =>
  (x, y, z) =>
    len3(x - cx, y - cy, z - cz) - radius

/** Box with rounded edges; half sizes a, b, c. */
export const box =
  (cx: number, cy: number, cz: number, a: number, b: number, c: number, round = 0.02): Field =>
  (x, y, z) => {
    const dx = Math.abs(x - cx) - a + round
    const dy = Math.abs(y - cy) - b + round
    const dz = Math.abs(z - cz) - c + round
    const out = len3(Math.max(dx, 0), Math.max(dy, 0), Math.max(dz, 0))
    return out + Math.min(Math.max(dx, dy, dz), 0) - round
  }

/** A limb from p to q whose thickness changes from radius a to b. */
export const limb =
  (p: Vector, q: Vector, a: number, b: number): Field =>
  (x, y, z) => {
    const [dx, dy, dz] = [q[0] - p[0], q[1] - p[1], q[2] - p[2]]
    const t = clamp(((x - p[0]) * dx + (y - p[1]) * dy + (z - p[2]) * dz) / (dx * dx + dy * dy + dz * dz))
    return (len3(x - p[0] - dx * t, y - p[1] - dy * t, z - p[2] - dz * t) - a - (b - a) * t) * 0.92
  }

/** A turned body around the vertical through (cx, cz): radius by height above `foot`, from 0 to `tall`. */
export const turned =
  (cx: number, foot: number, cz: number, tall: number, radius: (h: number) => number, slack = 0.6): Field =>
  (x, y, z) => {
    const h = y - foot
    const inside = clamp(h, 0, tall)
    const side = len2(x - cx, z - cz) - radius(inside)
    const cap = Math.abs(h - inside)
    return (side > 0 ? len2(side, cap) : Math.max(side, cap)) * slack
  }

/** Joins fields with a soft seam of width k. */
export const joined =
  (k: number, ...fields: Field[]): Field =>
  (x, y, z) => {
    let d = FAR
    for (const f of fields) {
      const e = f(x, y, z)
      const h = Math.max(k - Math.abs(d - e), 0) / k
      d = Math.min(d, e) - h * h * k * 0.25
    }
    return d
  }

/** A ball stretched to the half sizes a, b, c. */
export const egg =
  (cx: number, cy: number, cz: number, a: number, b: number, c: number): Field =>
  (x, y, z) => {
    const [px, py, pz] = [(x - cx) / a, (y - cy) / b, (z - cz) / c]
    const k = len3(px, py, pz)
    return (k * (k - 1)) / Math.max(len3(px / a, py / b, pz / c), 1e-6)
  }

/** What others leave of a field, with a soft rim of width k. */
export const hollowed = (k: number, from: Field, ...tools: Field[]): Field => {
  const rest = joined(k, (x, y, z) => -from(x, y, z), ...tools)
  return (x, y, z) => -rest(x, y, z)
}

/** Mirrors a field of the right half onto the left. */
export const twin =
  (f: Field): Field =>
  (x, y, z) =>
    f(Math.abs(x), y, z)

/** As twin, without a crease where the halves meet. */
export const paired =
  (f: Field): Field =>
  (x, y, z) =>
    f(len2(x, 0.035), y, z)
