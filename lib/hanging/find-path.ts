import { doorwaysOf, furnitureCorners, type Obstacles } from './obstacles'
import type { Plan, Point } from './plan'
import { pointOnWall, wallDirection, wallNormal } from './walls'

/** Points worth walking by: around furniture and corners that stand into a room, and on both sides of doors that lead on. Metres. */
export function waypointsOf(plans: Plan[], radius: number): Point[] {
  const margin = radius + 0.08
  const furniture = plans.flatMap((plan) => furnitureCorners(plan, margin)).flat()
  const doors = doorwaysOf(plans)
    .filter((door) => door.leadsTo !== null)
    .map((door) => pointOnWall(door.wall, door.at + door.width / 2, 0.7))
  return [...furniture, ...plans.flatMap((plan) => cornersInside(plan, margin)), ...doors]
}

/** Around each corner of the walls that stands into the room, so far from both of its walls. */
function cornersInside({ walls }: Plan, margin: number): Point[] {
  return walls.flatMap((wall, index): Point[] => {
    const next = walls[(index + 1) % walls.length] ?? wall
    const [[ax, az], [bx, bz]] = [wallDirection(wall), wallDirection(next)]
    // The walk along the walls turns right, but for such a corner.
    if (ax * bz - az * bx > -0.01) return []
    const [[nx, nz], [mx, mz]] = [wallNormal(wall), wallNormal(next)]
    return [[wall.to[0] + (nx + mx) * margin, wall.to[1] + (nz + mz) * margin]]
  })
}

/**
 * Shortest walk for a circle from `start` to `goal` along straight lines, by way of the waypoints where something stands between
 * (Dijkstra on the visibility graph). The answer ends with the goal and leaves out the start; null when there is no way.
 */
export function findPath(
  start: Point,
  goal: Point,
  radius: number,
  obstacles: Obstacles,
  waypoints: Point[],
): Point[] | null {
  const nodes = [start, ...waypoints, goal]
  const distance = nodes.map((_, index) => (index === 0 ? 0 : Number.POSITIVE_INFINITY))
  const before = nodes.map(() => -1)
  const open = new Set(nodes.keys())
  while (open.size > 0) {
    const present = [...open].reduce((a, b) => ((distance[b] ?? 0) < (distance[a] ?? 0) ? b : a))
    const reached = distance[present] ?? Number.POSITIVE_INFINITY
    if (reached === Number.POSITIVE_INFINITY) return null
    if (present === nodes.length - 1) return walkBack(nodes, before)
    open.delete(present)
    for (const next of open) {
      const [a, b] = [nodes[present] as Point, nodes[next] as Point]
      const length = reached + Math.hypot(b[0] - a[0], b[1] - a[1])
      if (length < (distance[next] ?? 0) && isClear(a, b, radius, obstacles)) {
        distance[next] = length
        before[next] = present
      }
    }
  }
  return null
}

function walkBack(nodes: Point[], before: number[]): Point[] {
  const path: Point[] = []
  for (let at = nodes.length - 1; at > 0; at = before[at] ?? 0) path.unshift(nodes[at] as Point)
  return path
}

/** Whether a circle passes from a to b without touching anything. A start that touches already may be left. */
export function isClear(a: Point, b: Point, radius: number, obstacles: Obstacles): boolean {
  for (let i = 0; i + 3 < obstacles.length; i += 4) {
    const c: Point = [obstacles[i] as number, obstacles[i + 1] as number]
    const d: Point = [obstacles[i + 2] as number, obstacles[i + 3] as number]
    if (segmentDistance(a, b, c, d) < Math.min(radius * 0.98, pointDistance(a, c, d) - 0.005)) return false
  }
  return true
}

function segmentDistance(a: Point, b: Point, c: Point, d: Point): number {
  const cross = (p: Point, q: Point, r: Point) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  if (cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0) return 0
  return Math.min(pointDistance(a, c, d), pointDistance(b, c, d), pointDistance(c, a, b), pointDistance(d, a, b))
}

/** Distance of p from the segment ab. */
export function pointDistance(p: Point, a: Point, b: Point): number {
  const [dx, dz] = [b[0] - a[0], b[1] - a[1]]
  const square = dx * dx + dz * dz
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dz) / square))
  return Math.hypot(p[0] - a[0] - dx * share, p[1] - a[1] - dz * share)
}
