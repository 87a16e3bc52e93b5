import type { Plan } from '../plan'
import { type Bounds, boundsOf, isInside, outline } from '../walls'

/**
 * The glass in the ceiling: the room's bounding rectangle drawn in by `inset` metres, and further until it lies inside the walls.
 * Null for a room too narrow to have one.
 */
export function skylightOf(plan: Plan, inset: number): Bounds | null {
  const polygon = outline(plan)
  const room = boundsOf([plan])
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
