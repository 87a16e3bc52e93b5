import type { Plan } from '../plan'
import { boundsOf, isInside, outline, pointOnWall, wallLength, wallNormal } from '../walls'

/** The room's surfaces cut into quadrilaterals, as arrays: nothing is allocated while light is gathered. */
export interface Patches {
  count: number
  /** x, y, z of four corners each. */
  corners: Float32Array
  /** x, y, z of the middle, then of the normal. */
  middle: Float32Array
  normal: Float32Array
  area: Float32Array
  /** Which surface it belongs to: index of the wall, or one of these. */
  surface: Int16Array
}

export const FLOOR = -1
export const CEILING = -2

/** Side of a patch, metres: finer in small rooms; about six hundred patches in large ones. */
function grainOf(plan: Plan): number {
  const { minX, minZ, maxX, maxZ } = boundsOf([plan])
  const [width, depth] = [maxX - minX, maxZ - minZ]
  const area = 2 * width * depth + 2 * (width + depth) * plan.height
  return Math.max(0.7, Math.sqrt(area / 600))
}

class Collector {
  corners: number[] = []
  middle: number[] = []
  normal: number[] = []
  area: number[] = []
  surface: number[] = []

  add(points: [number, number, number][], normal: [number, number, number], area: number, surface: number): void {
    for (const point of points) this.corners.push(...point)
    for (const axis of [0, 1, 2]) this.middle.push(points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / 4)
    this.normal.push(...normal)
    this.area.push(area)
    this.surface.push(surface)
  }

  finish(): Patches {
    return {
      count: this.area.length,
      corners: Float32Array.from(this.corners),
      middle: Float32Array.from(this.middle),
      normal: Float32Array.from(this.normal),
      area: Float32Array.from(this.area),
      surface: Int16Array.from(this.surface),
    }
  }
}

export function cutIntoPatches(plan: Plan): Patches {
  const patches = new Collector()
  const grain = grainOf(plan)
  plan.walls.forEach((wall, index) => {
    const [nx, nz] = wallNormal(wall)
    const columns = Math.max(1, Math.round(wallLength(wall) / grain))
    const rows = Math.max(1, Math.round(plan.height / grain))
    const [du, dy] = [wallLength(wall) / columns, plan.height / rows]
    for (let column = 0; column < columns; column++) {
      const [ax, az] = pointOnWall(wall, column * du)
      const [bx, bz] = pointOnWall(wall, (column + 1) * du)
      for (let row = 0; row < rows; row++) {
        const [low, high] = [row * dy, (row + 1) * dy]
        patches.add(
          [
            [ax, low, az],
            [bx, low, bz],
            [bx, high, bz],
            [ax, high, az],
          ],
          [nx, 0, nz],
          du * dy,
          index,
        )
      }
    }
  })
  addFlat(patches, plan, 0, FLOOR, grain)
  addFlat(patches, plan, plan.height, CEILING, grain)
  return patches.finish()
}

function addFlat(patches: Collector, plan: Plan, y: number, surface: number, grain: number): void {
  const polygon = outline(plan)
  const bounds = boundsOf([plan])
  const columns = Math.max(1, Math.round((bounds.maxX - bounds.minX) / grain))
  const rows = Math.max(1, Math.round((bounds.maxZ - bounds.minZ) / grain))
  const [dx, dz] = [(bounds.maxX - bounds.minX) / columns, (bounds.maxZ - bounds.minZ) / rows]
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const [x, z] = [bounds.minX + column * dx, bounds.minZ + row * dz]
      if (!isInside(x + dx / 2, z + dz / 2, polygon)) continue
      const corners: [number, number, number][] = [
        [x, y, z],
        [x + dx, y, z],
        [x + dx, y, z + dz],
        [x, y, z + dz],
      ]
      patches.add(corners, [0, surface === FLOOR ? 1 : -1, 0], dx * dz, surface)
    }
  }
}
