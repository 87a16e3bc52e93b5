import type { Placement } from '../place-hangings'
import type { Plan } from '../plan'
import { type Bounds, boundsOf } from '../walls'
import { toHalf } from './half'
import { countPoints, eachWallPoint, wallStrips } from './wall-grid'

/** Light on the surfaces of a room, as half floats: red, green, blue of one point after the other. */
export interface SurfaceLight {
  /** Of each point of the walls; see wall-grid. */
  walls: Uint16Array
  /** Over the bounding rectangle of floor and ceiling, row by row; see flatGrid. */
  floor: Uint16Array
  ceiling: Uint16Array
}

type Gather = (out: Float32Array, x: number, y: number, z: number, nx: number, ny: number, nz: number) => void

const texel = 0.3

/** The points of a floor's or ceiling's map: smooth, so a few a metre are enough. */
export function flatGrid(plan: Plan): { columns: number; rows: number; bounds: Bounds } {
  const bounds = boundsOf([plan])
  const across = (metres: number) => Math.min(48, Math.max(4, Math.ceil(metres / texel)))
  return { columns: across(bounds.maxX - bounds.minX), rows: across(bounds.maxZ - bounds.minZ), bounds }
}

/** How many half floats the light of a room's surfaces has. */
export function sizeOfSurfaces(plan: Plan, placements: Placement[]): { walls: number; flat: number } {
  const { columns, rows } = flatGrid(plan)
  return { walls: 3 * countPoints(wallStrips(plan, placements)), flat: 3 * columns * rows }
}

/** Gathers the light of all surfaces; yields after each short piece of work. */
export function* lightSurfaces(plan: Plan, placements: Placement[], gather: Gather): Generator<void, SurfaceLight> {
  const size = sizeOfSurfaces(plan, placements)
  const walls = new Uint16Array(size.walls)
  const here = new Float32Array(3)
  let at = 0
  const note = (data: Uint16Array) => {
    for (let c = 0; c < 3; c++) data[at++] = toHalf(here[c] as number)
  }
  yield* eachWallPoint(wallStrips(plan, placements), (x, y, z, nx, ny, nz) => {
    gather(here, x, y, z, nx, ny, nz)
    note(walls)
  })
  const flat = function* (y: number, up: 1 | -1): Generator<void, Uint16Array> {
    const { columns, rows, bounds } = flatGrid(plan)
    const data = new Uint16Array(size.flat)
    at = 0
    for (let row = 0; row < rows; row++) {
      const z = bounds.minZ + ((row + 0.5) / rows) * (bounds.maxZ - bounds.minZ)
      for (let column = 0; column < columns; column++) {
        const x = bounds.minX + ((column + 0.5) / columns) * (bounds.maxX - bounds.minX)
        gather(here, x, y + 0.002 * up, z, 0, up, 0)
        note(data)
      }
      yield
    }
    return data
  }
  return { walls, floor: yield* flat(0, 1), ceiling: yield* flat(plan.height, -1) }
}
