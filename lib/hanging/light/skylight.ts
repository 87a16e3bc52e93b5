import type { Plan, Point } from '../plan'
import { type Bounds, boundsOf, isInside, outline } from '../walls'

/** Corners beyond which a room is taken for round, and its glass sought in the middle. */
const mostCorners = 12

/** As many as the ceiling's shader looks through. */
export const mostSkylights = 3

/** Metres each way that any glass beside the hall's has at least: a wing has its own, a niche is lit from its hall. */
const leastBeside = 3

/**
 * The largest rectangle between lines through corners and glasses that lies inside, under no glass yet: at first all of a rectangular room, and of one
 * with a wing the hall; then the wing, up to the hall's glass.
 */
function largestFree(polygon: Point[], glasses: Bounds[]): Bounds | null {
  const edges = glasses.flatMap(({ minX, minZ, maxX, maxZ }): Point[] => [
    [minX, minZ],
    [maxX, maxZ],
  ])
  const lines = (axis: 0 | 1) => [...new Set([...polygon, ...edges].map((point) => point[axis]))].sort((a, b) => a - b)
  const [xs, zs] = [lines(0), lines(1)]
  const isFree = (x: number, z: number) =>
    isInside(x, z, polygon) && !glasses.some((one) => x > one.minX && x < one.maxX && z > one.minZ && z < one.maxZ)
  const between = (list: number[], at: number) => ((list[at] ?? 0) + (list[at + 1] ?? 0)) / 2
  const cells = xs.slice(1).map((_, x) => zs.slice(1).map((_, z) => isFree(between(xs, x), between(zs, z))))
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
  return best
}

/** A rectangle drawn in by `inset` metres, and further until it lies inside the walls. Null where that leaves too little. */
function drawnIn(room: Bounds, polygon: Point[], inset: number): Bounds | null {
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

/**
 * The glass in the ceiling: the room's largest rectangle drawn in by `inset` metres, and in the same way what is large enough beside it.
 * None for a room too narrow to have one.
 */
export function skylightsOf(plan: Plan, inset: number): Bounds[] {
  const polygon = outline(plan)
  const isRound = polygon.length > mostCorners
  const hall = (isRound ? null : largestFree(polygon, [])) ?? boundsOf([plan])
  const first = drawnIn(hall, polygon, inset)
  const glasses = first ? [first] : []
  while (glasses.length > 0 && glasses.length < mostSkylights && !isRound) {
    const free = largestFree(polygon, glasses)
    const next = free && drawnIn(free, polygon, inset)
    if (!next || Math.min(next.maxX - next.minX, next.maxZ - next.minZ) < leastBeside) break
    glasses.push(next)
  }
  return glasses
}

/** How much of a rectangle around (x, z) the glass covers, 0 to 1. */
export function shareUnder(glass: Bounds, x: number, z: number, width: number, depth: number): number {
  const wide = Math.min(glass.maxX, x + width / 2) - Math.max(glass.minX, x - width / 2)
  const deep = Math.min(glass.maxZ, z + depth / 2) - Math.max(glass.minZ, z - depth / 2)
  return wide > 0 && deep > 0 ? (wide * deep) / (width * depth) : 0
}
