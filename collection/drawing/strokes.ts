import type { Rgb } from '@/collection/drawing/colour'
import { clamp, lerp } from '@/collection/drawing/maths'
import type { Raster } from '@/collection/drawing/raster'

export type Point = readonly [number, number]

/** A soft elliptical touch at (u, v) with radii in heights; `soft` 1 fades from the centre, near 0 has a crisp edge. */
export const dab = (
  r: Raster,
  [u, v]: Point,
  [ru, rv]: Point,
  colour: Rgb,
  options: { alpha?: number; soft?: number; angle?: number } = {},
): void => {
  const { alpha = 1, soft = 0.5, angle = 0 } = options
  const h = r.height
  const rx = Math.max(ru * h, 0.6)
  const ry = Math.max(rv * h, 0.6)
  const thin = Math.min(1, (ru * h) / rx) * Math.min(1, (rv * h) / ry)
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  const reachX = Math.sqrt((rx * c) ** 2 + (ry * s) ** 2)
  const reachY = Math.sqrt((rx * s) ** 2 + (ry * c) ** 2)
  const cx = u * h - 0.5
  const cy = v * h - 0.5
  const edge = Math.max(soft, 1 / Math.min(rx, ry) / 1.5)
  for (let y = Math.max(0, Math.floor(cy - reachY)); y <= Math.min(h - 1, cy + reachY + 1); y++) {
    for (let x = Math.max(0, Math.floor(cx - reachX)); x <= Math.min(r.width - 1, cx + reachX + 1); x++) {
      const dx = x - cx
      const dy = y - cy
      const a = (dx * c + dy * s) / rx
      const b = (dy * c - dx * s) / ry
      const d = a * a + b * b
      if (d >= 1) continue
      const cover = Math.min(1, (1 - Math.sqrt(d)) / edge)
      r.blend(x, y, colour, cover * alpha * thin)
    }
  }
}

/** A straight stroke that tapers from width w0 to w1 (heights) and runs from colour c0 to c1. */
export const stroke = (r: Raster, from: Point, to: Point, [w0, w1]: Point, c0: Rgb, c1: Rgb = c0, alpha = 1): void => {
  const h = r.height
  const [x0, y0, x1, y1] = [from[0] * h - 0.5, from[1] * h - 0.5, to[0] * h - 0.5, to[1] * h - 0.5]
  const reach = (Math.max(w0, w1) * h) / 2 + 1
  const dx = x1 - x0
  const dy = y1 - y0
  const square = Math.max(dx * dx + dy * dy, 1e-6)
  const left = Math.max(0, Math.floor(Math.min(x0, x1) - reach))
  const right = Math.min(r.width - 1, Math.ceil(Math.max(x0, x1) + reach))
  const bottom = Math.min(h - 1, Math.ceil(Math.max(y0, y1) + reach))
  for (let y = Math.max(0, Math.floor(Math.min(y0, y1) - reach)); y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const t = clamp(((x - x0) * dx + (y - y0) * dy) / square)
      const ex = x - x0 - dx * t
      const ey = y - y0 - dy * t
      const half = (lerp(w0, w1, t) * h) / 2
      const cover = Math.min(1, half + 0.5 - Math.sqrt(ex * ex + ey * ey)) * Math.min(1, half * 2)
      if (cover <= 0) continue
      r.blend(x, y, [lerp(c0[0], c1[0], t), lerp(c0[1], c1[1], t), lerp(c0[2], c1[2], t)], cover * alpha)
    }
  }
}

/** A curved stroke through a quadratic Bezier of three points. */
export const curve = (
  r: Raster,
  [a, b, c]: readonly [Point, Point, Point],
  [w0, w1]: Point,
  c0: Rgb,
  c1: Rgb = c0,
  alpha = 1,
): void => {
  const steps = 8
  const at = (t: number): Point => [
    lerp(lerp(a[0], b[0], t), lerp(b[0], c[0], t), t),
    lerp(lerp(a[1], b[1], t), lerp(b[1], c[1], t), t),
  ]
  const tint = (t: number): Rgb => [lerp(c0[0], c1[0], t), lerp(c0[1], c1[1], t), lerp(c0[2], c1[2], t)]
  for (let i = 0; i < steps; i++) {
    const t0 = i / steps
    const t1 = (i + 1) / steps
    stroke(r, at(t0), at(t1), [lerp(w0, w1, t0), lerp(w0, w1, t1)], tint(t0), tint(t1), alpha)
  }
}

const SUB = 4

/** Fills a polygon (even-odd) with a colour or a shader of (u, v), edges smoothed. */
export const fill = (
  r: Raster,
  points: readonly Point[],
  paint: Rgb | ((u: number, v: number) => Rgb),
  alpha = 1,
): void => {
  const h = r.height
  const vs = points.map((p) => p[1])
  const top = Math.max(0, Math.floor(Math.min(...vs) * h))
  const bottom = Math.min(h - 1, Math.ceil(Math.max(...vs) * h))
  const cover = new Float32Array(r.width)
  for (let y = top; y <= bottom; y++) {
    cover.fill(0)
    for (let k = 0; k < SUB; k++) addSpans(cover, crossings(points, (y + (k + 0.5) / SUB) / h, h), r.width)
    for (let x = 0; x < r.width; x++) {
      const c = cover[x] as number
      if (c <= 0.002) continue
      const colour = typeof paint === 'function' ? paint((x + 0.5) / h, (y + 0.5) / h) : paint
      r.blend(x, y, colour, Math.min(1, c) * alpha)
    }
  }
}

const crossings = (points: readonly Point[], v: number, h: number): number[] => {
  const found: number[] = []
  for (let i = 0; i < points.length; i++) {
    const p = points[i] as Point
    const q = points[(i + 1) % points.length] as Point
    if (p[1] <= v === q[1] <= v) continue
    found.push((p[0] + ((v - p[1]) / (q[1] - p[1])) * (q[0] - p[0])) * h)
  }
  return found.sort((a, b) => a - b)
}

const addSpans = (cover: Float32Array, xs: number[], width: number): void => {
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const from = Math.max(0, xs[i] as number)
    const to = Math.min(width, xs[i + 1] as number)
    for (let x = Math.floor(from); x < to; x++) {
      const part = Math.min(to, x + 1) - Math.max(from, x)
      if (part > 0) cover[x] = (cover[x] as number) + part / SUB
    }
  }
}
