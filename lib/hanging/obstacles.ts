import { basinCorners, basinsOf } from './basins'
import { measures } from './measures'
import type { Bench, Plan, Plinth, Point, Wall } from './plan'
import { rectangle } from './rectangle'
import { pointOnWall, solidStretches } from './walls'

/** Line segments that nobody walks through: [ax, az, bx, bz, ax, az, ...], metres. */
export type Obstacles = Float64Array

/** A door of a hall, and whether one can walk through it into another room. */
export interface Doorway {
  /** Index of its room's plan. */
  plan: number
  wall: Wall
  at: number
  width: number
  /** Index of the plan of the room that it opens to; null for a closed one. */
  leadsTo: number | null
  /** Metres of reveal behind the wall's surface: to the middle between two rooms, or to the closed leaves. */
  depth: number
}

/** Two doors are one doorway when their middles lie this close, metres: rooms of one hall share their coordinates. */
const sameDoor = 0.8

export function doorwaysOf(plans: Plan[]): Doorway[] {
  const doors = plans.flatMap((plan, index) =>
    plan.walls.flatMap((wall) =>
      wall.doors.map((door) => ({ plan: index, wall, ...door, middle: pointOnWall(wall, door.at + door.width / 2) })),
    ),
  )
  return doors.map(({ middle, ...door }) => {
    const gap = (other: { middle: Point }) => Math.hypot(other.middle[0] - middle[0], other.middle[1] - middle[1])
    const other = doors.find((one) => one.plan !== door.plan && gap(one) <= sameDoor)
    return { ...door, leadsTo: other?.plan ?? null, depth: other ? gap(other) / 2 : measures.doorDepth }
  })
}

/** Everything a visitor cannot walk through: walls between their doors, the reveals of doors, closed doors, benches, plinths. */
export function obstaclesOf(plans: Plan[]): Obstacles {
  const segments: number[] = []
  const add = (a: Point, b: Point) => segments.push(a[0], a[1], b[0], b[1])
  for (const wall of plans.flatMap((plan) => plan.walls)) {
    for (const [start, end] of solidStretches(wall)) add(pointOnWall(wall, start), pointOnWall(wall, end))
  }
  for (const door of doorwaysOf(plans)) {
    const { depth } = door
    const [left, right] = [door.at, door.at + door.width]
    add(pointOnWall(door.wall, left), pointOnWall(door.wall, left, -depth))
    add(pointOnWall(door.wall, right), pointOnWall(door.wall, right, -depth))
    if (door.leadsTo === null) add(pointOnWall(door.wall, left, -depth), pointOnWall(door.wall, right, -depth))
  }
  for (const corners of plans.flatMap((plan) => furnitureCorners(plan))) {
    corners.forEach((corner, index) => {
      add(corner, corners[(index + 1) % 4] ?? corner)
    })
  }
  return Float64Array.from(segments)
}

/** The corners of everything that takes floor away from who walks, water too, each grown by `margin` metres. */
export function furnitureCorners(plan: Plan, margin = 0): Point[][] {
  return [
    ...plan.benches.map((bench) => benchCorners(bench, margin)),
    ...plan.plinths.map((plinth) => plinthCorners(plinth, margin)),
    ...basinsOf(plan).map((basin) => basinCorners(basin, margin)),
  ]
}

function benchCorners({ at, length, turn }: Bench, margin: number): Point[] {
  return rectangle(at, length / 2 + margin, measures.benchDepth / 2 + margin, turn)
}

function plinthCorners({ at, size, turn }: Plinth, margin: number): Point[] {
  return rectangle(at, size / 2 + margin, size / 2 + margin, turn)
}
