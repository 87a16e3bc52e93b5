import type { Plan, Point } from '../plan'
import { type Bounds, boundsOf, isInside, outline } from '../walls'

/** Corners beyond which a room is taken for round, and its glass sought in the middle. */
const mostCorners = 12

/** The largest rectangle between lines through the corners that lies inside; all of a rectangular room, and of one with a wing the hall. */
function hallOf(polygon: Point[], all: Bounds): Bounds {
  if (polygon.length > mostCorners) return all
  const lines = (axis: 0 | 1) => [...new Set(polygon.map((corner) => corner[axis]))].sort((a, b) => a - b)
  const [xs, zs] = [lines(0), lines(1)]
  const isInsideCell = (x: number, z: number) =>
    isInside(((xs[x] ?? 0) + (xs[x + 1] ?? 0)) / 2, ((zs[z] ?? 0) + (zs[z + 1] ?? 0)) / 2, polygon)
  const cells = xs.slice(1).map((_, x) => zs.slice(1).map((_, z) => isInsideCell(x, z)))
  let best: Bounds | null = null
  const areaOf = ({ minX, minZ, maxX, maxZ }: Bounds) => (maxX - minX) * (maxZ - minZ)
  for (let left = 0; left < xs.length; left++)
    for (let right = left + 1; right < xs.length; right++)
      for (let far = 0; far < zs.length; far++)
        for (let near = far + 1; near < zs.length; near++) {
          if (!cells.slice(left, right).every((column) => column.slice(far, near).every(Boolean))) continue
          const one = { minX: xs[left] ?? 0, minZ: zs[far] ?? 0, maxX: xs[right] ?? 0, maxZ: zs[near] ?? 0 }
          if (!best || areaOf(one) > areaOf(best)) best = one
        }
  return best ?? all
}

/**
 * The glass in the ceiling: the room's largest rectangle drawn in by `inset` metres, and further until it lies inside the walls.
 * Null for a room too narrow to have one.
 */
export function skylightOf(plan: Plan, inset: number): Bounds | null {
  const polygon = outline(plan)
  const room = hallOf(polygon, boundsOf([plan]))
  for (let by = inset; ; by += 0.25) {
    const glass = { minX: room.minX + by, minZ: room.minZ + by, maxX: room.maxX - by, maxZ: room.maxZ - by }
    if (glass.maxX - glass.minX < 1 || glass.maxZ - glass.minZ < 1) return null
    const margin = Math.min(inset, 0.8)
    const corners = [
      [glass.minX - margin, glass.minZ - margin],
      [glass.maxX + margin, glass.minZ - margin],
      [glass.maxX + margin, glass.maxZ + margin],
      [glass.minX - margin, glass.maxZ + margin],
    ] as const
    if (corners.every(([x, z]) => isInside(x, z, polygon))) return glass
  }
}

/** How much of a rectangle around (x, z) the glass covers, 0 to 1. */
export function shareUnder(glass: Bounds, x: number, z: number, width: number, depth: number): number {
  const wide = Math.min(glass.maxX, x + width / 2) - Math.max(glass.minX, x - width / 2)
  const deep = Math.min(glass.maxZ, z + depth / 2) - Math.max(glass.minZ, z - depth / 2)
  return wide > 0 && deep > 0 ? (wide * deep) / (width * depth) : 0
}
