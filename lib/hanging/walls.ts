import { measures } from './measures'
import type { Plan, Point, Wall } from './plan'

export function wallLength(wall: Wall): number {
  return Math.hypot(wall.to[0] - wall.from[0], wall.to[1] - wall.from[1])
}

/** Unit vector from `from` to `to`: to the right as one faces the wall. */
export function wallDirection(wall: Wall): Point {
  const length = wallLength(wall)
  return [(wall.to[0] - wall.from[0]) / length, (wall.to[1] - wall.from[1]) / length]
}

/** Unit vector into the room. */
export function wallNormal(wall: Wall): Point {
  const [x, z] = wallDirection(wall)
  return [-z, x]
}

/** The point `along` metres from the wall's left end and `out` metres into the room. */
export function pointOnWall(wall: Wall, along: number, out = 0): Point {
  const [dx, dz] = wallDirection(wall)
  return [wall.from[0] + dx * along - dz * out, wall.from[1] + dz * along + dx * out]
}

export function findWall(plan: Plan, id: string): Wall | undefined {
  return plan.walls.find((wall) => wall.id === id)
}

/** Solid stretches between the doors, [start, end] in metres from the left end. */
export function solidStretches(wall: Wall): [number, number][] {
  return subtract(
    [0, wallLength(wall)],
    wall.doors.map((door) => [door.at, door.at + door.width]),
  )
}

/** A hole in a wall: metres along it and above the floor. */
export interface Opening {
  from: number
  to: number
  low: number
  high: number
}

export function openingsOf(wall: Wall): Opening[] {
  const doors = wall.doors.map(({ at, width }) => ({ from: at, to: at + width, low: 0, high: measures.doorHeight }))
  const windows = wall.windows.map(({ at, width, sill, head }) => ({ from: at, to: at + width, low: sill, high: head }))
  return [...doors, ...windows]
}

/** Stretches of a wall that are wall at height y, [start, end] in metres from the left end. */
export function stretchesAt(wall: Wall, y: number): [number, number][] {
  const holes = openingsOf(wall).filter(({ low, high }) => y > low && y < high)
  return subtract(
    [0, wallLength(wall)],
    holes.map(({ from, to }) => [from, to]),
  )
}

/** What is left of a stretch when others are taken out of it; pieces shorter than a millimetre are dropped. */
export function subtract(stretch: [number, number], holes: [number, number][]): [number, number][] {
  const pieces: [number, number][] = []
  let start = stretch[0]
  for (const [from, to] of [...holes].sort((a, b) => a[0] - b[0])) {
    // A hole may lie beyond the end, and another one beyond that.
    const end = Math.min(from, stretch[1])
    if (end - start > 0.001) pieces.push([start, end])
    start = Math.max(start, to)
  }
  if (stretch[1] - start > 0.001) pieces.push([start, stretch[1]])
  return pieces
}

/** The room's outline: the walls' starting points in order. */
export function outline(plan: Plan): Point[] {
  return plan.walls.map((wall) => wall.from)
}

export interface Bounds {
  minX: number
  minZ: number
  maxX: number
  maxZ: number
}

export function boundsOf(plans: Plan[]): Bounds {
  const points = plans.flatMap((plan) => plan.walls.flatMap((wall) => [wall.from, wall.to]))
  const xs = points.map((point) => point[0])
  const zs = points.map((point) => point[1])
  return { minX: Math.min(...xs), minZ: Math.min(...zs), maxX: Math.max(...xs), maxZ: Math.max(...zs) }
}

/** Even-odd rule; points exactly on an edge may fall on either side. */
export function isInside(x: number, z: number, polygon: Point[]): boolean {
  let inside = false
  let [px, pz] = polygon.at(-1) ?? [0, 0]
  for (const [qx, qz] of polygon) {
    if (pz > z !== qz > z && x < ((px - qx) * (z - qz)) / (pz - qz) + qx) inside = !inside
    px = qx
    pz = qz
  }
  return inside
}
