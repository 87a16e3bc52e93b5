import { measures } from './measures'
import type { Plan, Point, Wall } from './plan'
import { rectangle } from './rectangle'
import { isInside, outline, pointOnWall, subtract, wallLength, wallNormal } from './walls'

/** A strip of still water in the floor, along a wall: metres from the wall's left end, and out from it into the room. */
export interface Basin {
  wall: Wall
  from: number
  to: number
  near: number
  far: number
}

/** Between the glass and the water, and to the water's other edge, metres. */
const reach = { near: 0.12, far: 1 } as const
/** Floor kept dry at either end, and before a door, metres. */
const dryEnd = 0.95
const dryDoor = 1.5
/** A room has one where so much floor is left across it, and a shorter piece is none, metres. */
const leastAcross = 5.5
const leastLength = 2

/**
 * Basins of a pavilion: where it opens to its pond, the pond comes in along the glass. They follow from the plan, so that every pavilion has
 * them, and leave doors, benches and plinths their floor.
 */
export function basinsOf(plan: Plan): Basin[] {
  if (plan.architecture !== 'pavilion') return []
  return plan.walls.flatMap((wall) =>
    wall.windows.length > 0 && isWide(plan, wall) ? (longest(plan, wall) ?? []) : [],
  )
}

function isWide(plan: Plan, wall: Wall): boolean {
  const room = outline(plan)
  return isInside(...pointOnWall(wall, wallLength(wall) / 2, leastAcross), room)
}

function longest(plan: Plan, wall: Wall): Basin | null {
  const pieces = subtract([dryEnd, wallLength(wall) - dryEnd], dryStretches(plan, wall))
  const [from, to] = pieces.reduce((best, piece) => (piece[1] - piece[0] > best[1] - best[0] ? piece : best), [0, 0])
  return to - from >= leastLength ? { wall, from, to, ...reach } : null
}

/** Where something else needs the floor before a wall, [start, end] along it. */
function dryStretches(plan: Plan, wall: Wall): [number, number][] {
  const room = 2 * measures.bodyRadius
  const doors = plan.walls.flatMap((other) =>
    other.doors.map(({ at, width }): Point[] => [
      pointOnWall(other, at),
      pointOnWall(other, at + width),
      pointOnWall(other, at, dryDoor),
      pointOnWall(other, at + width, dryDoor),
    ]),
  )
  const things = [
    ...plan.benches.map(({ at, length }) => rectangle(at, length / 2, length / 2, 0)),
    ...plan.plinths.map(({ at, size }) => rectangle(at, size, size, 0)),
    rectangle(plan.entrance.at, room, room, 0),
  ]
  return [...doors, ...things].flatMap((corners): [number, number][] => {
    const places = corners.map((corner) => placeBefore(wall, corner))
    const isBefore = places.some(([, out]) => out < reach.far + room)
    const alongs = places.map(([along]) => along)
    return isBefore ? [[Math.min(...alongs) - room / 2, Math.max(...alongs) + room / 2]] : []
  })
}

/** Metres along a wall from its left end, and out from it. */
function placeBefore(wall: Wall, [x, z]: Point): [along: number, out: number] {
  const [nx, nz] = wallNormal(wall)
  const [dx, dz] = [x - wall.from[0], z - wall.from[1]]
  return [dx * nz - dz * nx, dx * nx + dz * nz]
}

export function basinCorners({ wall, from, to, near, far }: Basin, margin: number): Point[] {
  return [
    pointOnWall(wall, from - margin, near - margin),
    pointOnWall(wall, to + margin, near - margin),
    pointOnWall(wall, to + margin, far + margin),
    pointOnWall(wall, from - margin, far + margin),
  ]
}
