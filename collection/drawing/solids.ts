import type { Rgb } from '@/collection/drawing/colour'
import { clamp, len3 } from '@/collection/drawing/maths'
import { Raster } from '@/collection/drawing/raster'
import { FAR, type Field, type Vector } from '@/collection/drawing/solid-fields'

/** A thing on the stage: its surface, a ball that holds all of it, its colour and polish. */
export type Solid = {
  field: Field
  bound: readonly [number, number, number, number]
  colour: Rgb | ((x: number, y: number, z: number) => Rgb)
  /** Strength of its highlight, 0 to 1. */
  gloss?: number
  /** Light of its own, as a share of its colour. */
  glow?: number
}

export type Stage = {
  solids: Solid[]
  eye: Vector
  target: Vector
  /** Focal length in canvas heights. */
  focal: number
  /** Towards the lamp (unit vector) and its light. */
  lamp: Vector
  /** Where a near lamp hangs; it replaces the direction and its light falls off with distance. */
  lampAt?: Vector
  /** Distance at which a near lamp has lost half of its light; default 3. */
  reach?: number
  lampColour: Rgb
  /** Light of the surroundings by the direction a surface faces. */
  around: (nx: number, ny: number, nz: number) => Rgb
  /** How soft shadows are: 4 is a window, 40 a spotlight. */
  hardness: number
  /** Rows that are computed at most before scaling up; default 640. */
  rows?: number
  /** Where the middle of the picture looks, as (u, v); default the centre. */
  centre?: readonly [number, number]
}

/** Draws solids with soft shadows and contact shading over what is already on `r`. */
export const drawSolids = (r: Raster, stage: Stage): void => {
  const detail = Math.min(1, (stage.rows ?? 640) / r.height)
  const small = new Raster(Math.max(1, Math.round(r.width * detail)), Math.max(1, Math.round(r.height * detail)))
  const ray = camera(stage, small.aspect)
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const d = ray((x + 0.5) / small.height, (y + 0.5) / small.height)
      const hit = march(stage, stage.eye, d, FAR, 1 / (stage.focal * small.height))
      if (!hit) continue
      small.blend(x, y, shadePoint(stage, hit, d), hit.cover)
    }
  }
  spread(r, small)
}

/** Lays a smaller canvas over a larger one, smoothly enlarged. */
const spread = (r: Raster, small: Raster): void => {
  const at = (x: number, y: number, k: number): number =>
    small.data[(clamp(y, 0, small.height - 1) * small.width + clamp(x, 0, small.width - 1)) * 4 + k] as number
  for (let y = 0; y < r.height; y++) {
    const sy = ((y + 0.5) * small.height) / r.height - 0.5
    const yi = Math.floor(sy)
    const fy = sy - yi
    for (let x = 0; x < r.width; x++) {
      const sx = ((x + 0.5) * small.width) / r.width - 0.5
      const xi = Math.floor(sx)
      const fx = sx - xi
      const channel = (k: number): number => {
        const top = at(xi, yi, k) * (1 - fx) + at(xi + 1, yi, k) * fx
        return top + (at(xi, yi + 1, k) * (1 - fx) + at(xi + 1, yi + 1, k) * fx - top) * fy
      }
      const alpha = channel(3)
      if (alpha <= 0.002) continue
      r.blend(x, y, [channel(0) / alpha, channel(1) / alpha, channel(2) / alpha], alpha)
    }
  }
}

/** The view's own directions: forward, right and up. */
const axes = (stage: Stage): [Vector, Vector, Vector] => {
  const [ex, ey, ez] = stage.eye
  const f = unit([stage.target[0] - ex, stage.target[1] - ey, stage.target[2] - ez])
  const right = unit([f[2], 0, -f[0]])
  const up: Vector = [
    f[1] * right[2] - f[2] * right[1],
    f[2] * right[0] - f[0] * right[2],
    f[0] * right[1] - f[1] * right[0],
  ]
  return [f, right, up]
}

/** Where a point of the stage appears on a canvas of this aspect: u, v and the length of one unit there. */
export const project = (stage: Stage, aspect: number, [x, y, z]: Vector): [number, number, number] => {
  const [f, right, up] = axes(stage)
  const [dx, dy, dz] = [x - stage.eye[0], y - stage.eye[1], z - stage.eye[2]]
  const away = dx * f[0] + dy * f[1] + dz * f[2]
  const [cu, cv] = stage.centre ?? [aspect / 2, 0.5]
  const unitLength = stage.focal / away
  return [
    cu + (dx * right[0] + dy * right[1] + dz * right[2]) * unitLength,
    cv - (dx * up[0] + dy * up[1] + dz * up[2]) * unitLength,
    unitLength,
  ]
}

const camera = (stage: Stage, aspect: number): ((u: number, v: number) => Vector) => {
  const [f, right, up] = axes(stage)
  const [cu, cv] = stage.centre ?? [aspect / 2, 0.5]
  return (u, v) => {
    const a = (u - cu) / stage.focal
    const b = (cv - v) / stage.focal
    return unit([f[0] + right[0] * a + up[0] * b, f[1] + right[1] * a + up[1] * b, f[2] + right[2] * a + up[2] * b])
  }
}

export const unit = ([x, y, z]: Vector): Vector => {
  const l = len3(x, y, z)
  return [x / l, y / l, z / l]
}

type Hit = { x: number; y: number; z: number; solid: Solid; active: Solid[]; cover: number }

/** The solids whose ball the ray may touch. */
const near = (solids: Solid[], o: Vector, d: Vector, reach: number): Solid[] =>
  solids.filter(({ bound }) => {
    const [x, y, z] = [bound[0] - o[0], bound[1] - o[1], bound[2] - o[2]]
    const along = x * d[0] + y * d[1] + z * d[2]
    const radius = bound[3] + reach
    if (along < -radius) return false
    return x * x + y * y + z * z - along * along < radius * radius
  })

/** True where a solid's ball is farther than what is already known to be near: its surface need not be asked. */
const outside = ({ bound: [bx, by, bz, radius] }: Solid, x: number, y: number, z: number, best: number): boolean => {
  const reach = best + radius
  return (x - bx) ** 2 + (y - by) ** 2 + (z - bz) ** 2 > reach * reach
}

const march = (stage: Stage, o: Vector, d: Vector, far: number, pixel: number): Hit | null => {
  const active = near(stage.solids, o, d, 0.02)
  if (active.length === 0) return null
  let t = 0
  let closest = { cover: 0, t: 0, solid: active[0] as Solid }
  for (let i = 0; i < 160 && t < far; i++) {
    const [x, y, z] = [o[0] + d[0] * t, o[1] + d[1] * t, o[2] + d[2] * t]
    let best = FAR
    let solid = active[0] as Solid
    for (const s of active) {
      if (outside(s, x, y, z, best)) continue
      const distance = s.field(x, y, z)
      if (distance < best) {
        best = distance
        solid = s
      }
    }
    const cone = pixel * t
    if (best < cone * 0.35) return { x, y, z, solid, active, cover: 1 }
    const cover = 1 - best / (cone * 1.2)
    if (cover > closest.cover) closest = { cover, t, solid }
    t += Math.max(best * 0.92, cone * 0.3)
  }
  if (closest.cover <= 0.05) return null
  const { t: at, solid, cover } = closest
  return { x: o[0] + d[0] * at, y: o[1] + d[1] * at, z: o[2] + d[2] * at, solid, active, cover }
}

const normalAt = (f: Field, x: number, y: number, z: number): Vector => {
  const e = 0.0015
  const a = f(x + e, y - e, z - e)
  const b = f(x - e, y - e, z + e)
  const c = f(x - e, y + e, z - e)
  const d = f(x + e, y + e, z + e)
  return unit([a - b - c + d, -a - b + c + d, -a + b - c + d])
}

const shadePoint = (stage: Stage, hit: Hit, d: Vector): Rgb => {
  const { x, y, z, solid } = hit
  const n = normalAt(solid.field, x, y, z)
  const base = typeof solid.colour === 'function' ? solid.colour(x, y, z) : solid.colour
  const [to, far, power] = lampFrom(stage, x, y, z)
  const facing = n[0] * to[0] + n[1] * to[1] + n[2] * to[2]
  const lamp =
    facing > 0 ? facing * power * shadow(stage, [x + n[0] * 0.01, y + n[1] * 0.01, z + n[2] * 0.01], to, far) : 0
  const shut = contact(stage, hit, n)
  const around = stage.around(...n)
  const half = unit([to[0] - d[0], to[1] - d[1], to[2] - d[2]])
  const shine =
    (solid.gloss ?? 0) * Math.max(0, n[0] * half[0] + n[1] * half[1] + n[2] * half[2]) ** 48 * (lamp > 0 ? 1 : 0)
  const rim = (solid.gloss ?? 0) * 0.35 * (1 + n[0] * d[0] + n[1] * d[1] + n[2] * d[2]) ** 4
  const light = (k: 0 | 1 | 2): number =>
    base[k] * (stage.lampColour[k] * lamp + around[k] * shut + (solid.glow ?? 0)) +
    stage.lampColour[k] * shine +
    around[k] * rim * shut
  return [light(0), light(1), light(2)]
}

/** Direction to the lamp, its distance and the share of its light that arrives. */
const lampFrom = (stage: Stage, x: number, y: number, z: number): [Vector, number, number] => {
  const at = stage.lampAt
  if (!at) return [stage.lamp, 9, 1]
  const to: Vector = [at[0] - x, at[1] - y, at[2] - z]
  const far = len3(...to)
  return [[to[0] / far, to[1] / far, to[2] / far], far, 1 / (1 + (far / (stage.reach ?? 3)) ** 2)]
}

const shadow = (stage: Stage, o: Vector, to: Vector, far: number): number => {
  const active = near(stage.solids, o, to, 0.6)
  let light = 1
  let t = 0.03
  for (let i = 0; i < 36 && t < far; i++) {
    let best = FAR
    const [x, y, z] = [o[0] + to[0] * t, o[1] + to[1] * t, o[2] + to[2] * t]
    for (const s of active) if (!outside(s, x, y, z, best)) best = Math.min(best, s.field(x, y, z))
    light = Math.min(light, 0.5 + (0.5 * stage.hardness * best) / t)
    if (light < 0.02) return 0
    t += clamp(best, 0.03, 0.5)
  }
  const s = clamp(light)
  return s * s * (3 - 2 * s)
}

/** Light from the surroundings that still reaches a point between close surfaces, 0 to 1. */
const contact = (stage: Stage, { x, y, z }: Hit, n: Vector): number => {
  let shut = 0
  let weight = 1
  for (const t of [0.05, 0.14, 0.32, 0.6]) {
    let best = t
    for (const s of stage.solids) {
      const [bx, by, bz, br] = s.bound
      if (len3(bx - x, by - y, bz - z) > br + t * 2) continue
      best = Math.min(best, s.field(x + n[0] * t, y + n[1] * t, z + n[2] * t))
    }
    shut += (weight * (t - best)) / t
    weight *= 0.75
  }
  return clamp(1 - shut * 0.42)
}
