import type { Rgb } from '@/collection/drawing/colour'
import { clamp, len3 } from '@/collection/drawing/maths'
import type { Raster } from '@/collection/drawing/raster'

type Vector = readonly [number, number, number]

/** A point on the ground as its colour is asked for: place, normal, sunlight 0 to 1 (shadow and angle), distance. */
type GroundPoint = { x: number; y: number; z: number; normal: Vector; sun: number; away: number }

type Terrain = {
  /** Height of the ground at (x, z); x to the right, z away from the viewer. */
  height: (x: number, z: number) => number
  /** Colour of a point, haze included. */
  colour: (point: GroundPoint) => Rgb
  /** Eye height and place, v of its horizon, and focal length in heights of the canvas. */
  eye: { x: number; y: number; horizon: number; focal: number }
  near: number
  far: number
  /** Towards the sun. */
  sun: Vector
  /** Step as a share of the distance; default 0.006. */
  step?: number
  /** How far shadows are looked for, in ground units; 0 for none. */
  shadows: number
}

/** Draws a landscape of heights column by column, nearest first, hidden ground left out. */
export const drawTerrain = (r: Raster, terrain: Terrain): void => {
  const { eye, near, far } = terrain
  const step = terrain.step ?? 0.006
  for (let x = 0; x < r.width; x++) {
    const slant = ((x + 0.5) / r.height - r.aspect / 2) / eye.focal
    let floor = r.height
    let before: Rgb | null = null
    for (let z = near; z < far && floor > 0; z *= 1 + step) {
      const gx = eye.x + slant * z
      const top = (eye.horizon - ((terrain.height(gx, z) - eye.y) * eye.focal) / z) * r.height
      if (top >= floor) {
        before = null
        continue
      }
      const colour = terrain.colour(groundPoint(terrain, gx, z))
      paintSpan(r, x, Math.max(top, 0), floor, colour, before ?? colour)
      floor = top
      before = colour
    }
  }
}

const paintSpan = (r: Raster, x: number, top: number, floor: number, colour: Rgb, under: Rgb): void => {
  for (let y = Math.ceil(floor) - 1; y >= Math.floor(top); y--) {
    const t = clamp((floor - y) / (floor - top))
    const c: Rgb = [
      under[0] + (colour[0] - under[0]) * t,
      under[1] + (colour[1] - under[1]) * t,
      under[2] + (colour[2] - under[2]) * t,
    ]
    r.blend(x, y, c, Math.min(1, y + 1 - top))
  }
}

const groundPoint = (terrain: Terrain, x: number, z: number): GroundPoint => {
  const e = z * 0.0022 + 0.0004
  const y = terrain.height(x, z)
  const nx = y - terrain.height(x + e, z)
  const nz = y - terrain.height(x, z + e)
  const l = len3(nx, e, nz)
  const normal: Vector = [nx / l, e / l, nz / l]
  const [sx, sy, sz] = terrain.sun
  const facing = normal[0] * sx + normal[1] * sy + normal[2] * sz
  const sun = facing <= 0 ? 0 : facing * open(terrain, x, y, z)
  return { x, y, z, normal, sun, away: z }
}

/** How much of the sun a point sees: 1 all of it, 0 in the shadow of a ridge. */
const open = (terrain: Terrain, x: number, y: number, z: number): number => {
  if (terrain.shadows <= 0) return 1
  const [sx, sy, sz] = terrain.sun
  let light = 1
  for (let t = terrain.shadows * 0.02; t < terrain.shadows; t *= 1.45) {
    const clear = y + sy * t - terrain.height(x + sx * t, z + sz * t)
    light = Math.min(light, 0.5 + (clear * 9) / t)
    if (light <= 0) return 0
  }
  return clamp(light)
}
