import { measures } from './measures'
import type { Bench, Plan, Point, Wall } from './plan'
import { pointOnWall, solidStretches } from './walls'

/** Line segments that nobody walks through: [ax, az, bx, bz, ax, az, ...], metres. */
export type Obstacles = Float64Array

/** A door of a hall, and whether one can walk through it into another room. */
export interface Doorway {
  plan: number
  wall: Wall
  at: number
  width: number
  leadsOn: boolean
}

/** Two doors are one doorway when their middles lie this close, metres: rooms of one hall share their coordinates. */
const sameDoor = 0.8

export function doorwaysOf(plans: Plan[]): Doorway[] {
  const doors = plans.flatMap((plan, index) =>
    plan.walls.flatMap((wall) => wall.doors.map((door) => ({ plan: index, wall, at: door.at, width: door.width }))),
  )
  const middle = (door: (typeof doors)[number]) => pointOnWall(door.wall, door.at + door.width / 2)
  return doors.map((door) => {
    const [x, z] = middle(door)
    const leadsOn = doors.some((other) => {
      const [ox, oz] = middle(other)
      return other.plan !== door.plan && Math.hypot(ox - x, oz - z) <= sameDoor
    })
    return { ...door, leadsOn }
  })
}

/** Everything a visitor cannot walk through: walls between their doors, the reveals of doors, closed doors, benches. */
export function obstaclesOf(plans: Plan[]): Obstacles {
  const segments: number[] = []
  const add = (a: Point, b: Point) => segments.push(a[0], a[1], b[0], b[1])
  for (const wall of plans.flatMap((plan) => plan.walls)) {
    for (const [start, end] of solidStretches(wall)) add(pointOnWall(wall, start), pointOnWall(wall, end))
  }
  for (const door of doorwaysOf(plans)) {
    const depth = door.leadsOn ? sameDoor / 2 : measures.doorDepth
    const [left, right] = [door.at, door.at + door.width]
    add(pointOnWall(door.wall, left), pointOnWall(door.wall, left, -depth))
    add(pointOnWall(door.wall, right), pointOnWall(door.wall, right, -depth))
    if (!door.leadsOn) add(pointOnWall(door.wall, left, -depth), pointOnWall(door.wall, right, -depth))
  }
  for (const bench of plans.flatMap((plan) => plan.benches)) {
    const corners = benchCorners(bench)
    corners.forEach((corner, index) => {
      add(corner, corners[(index + 1) % 4] ?? corner)
    })
  }
  return Float64Array.from(segments)
}

/** The four corners of a bench's seat on the floor, grown by `margin` metres. */
export function benchCorners(bench: Bench, margin = 0): Point[] {
  const [along, across] = [bench.length / 2 + margin, measures.benchDepth / 2 + margin]
  const [cos, sin] = [Math.cos(bench.turn), Math.sin(bench.turn)]
  const signs: Point[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]
  return signs.map(([a, b]) => [
    bench.at[0] + a * along * cos + b * across * sin,
    bench.at[1] - a * along * sin + b * across * cos,
  ])
}
