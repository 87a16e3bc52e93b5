import { findPath, pointDistance, waypointsOf } from '@/lib/hanging/find-path'
import { measures } from '@/lib/hanging/measures'
import { doorwaysOf, obstaclesOf } from '@/lib/hanging/obstacles'
import type { Plan, Point } from '@/lib/hanging/plan'
import { isInside, outline, pointOnWall } from '@/lib/hanging/walls'
import type { HallSpace } from '../hall-works'
import { type EaselPlace, footCorners, footOf, footSides, roundEasel } from './easel-footing'

/** Metres kept free around its place and around the middle of its legs, around each leg, and from where people stand before works. */
const [clearance, aroundLegs, fromWorks] = [0.6, 0.1, 1.3]
/** Metres before the entrance and to its side: first where one sees it on coming in, at the edge of the view, then what corners there are. */
const candidates = [3.8, 4.4, 3, 2.2, 1.6].flatMap((ahead) =>
  [2, -2, 2.4, -2.4, 3.2, -3.2].map((aside) => [ahead, aside] as const),
)

/** A free spot in the first room, in view of who comes in and in nobody's way; null where there is none. */
export function findEaselPlace({ plans, obstacles, works }: HallSpace): EaselPlace | null {
  const [plan] = plans
  if (!plan) return null
  const { at, facing } = plan.entrance
  const room = outline(plan)
  const leavesWays = waysThrough(plan, plans)
  for (const [ahead, aside] of candidates) {
    const x = at[0] - Math.sin(facing) * ahead + Math.cos(facing) * aside
    const z = at[1] - Math.cos(facing) * ahead - Math.sin(facing) * aside
    const place = { x, z, yaw: Math.atan2(x - at[0], z - at[1]) }
    const legs = footCorners(place)
    const isFree =
      [[x, z] as Point, ...legs].every(([px, pz]) => isInside(px, pz, room)) &&
      isClear(obstacles, [x, z], clearance) &&
      isClear(obstacles, footOf(place), clearance) &&
      legs.every((leg) => isClear(obstacles, leg, aroundLegs)) &&
      works.every(({ placement }) => Math.hypot(placement.x - x, placement.z - z) > fromWorks) &&
      leavesWays(place)
    if (isFree) return place
  }
  return null
}

/** Whether no segment comes nearer to a point than so many metres. */
function isClear(segments: ArrayLike<number>, at: Point, metres: number): boolean {
  for (let i = 0; i + 3 < segments.length; i += 4) {
    const [ax, az, bx, bz] = [segments[i], segments[i + 1], segments[i + 2], segments[i + 3]] as [...Point, ...Point]
    if (pointDistance(at, [ax, az], [bx, bz]) < metres) return false
  }
  return true
}

/** Whether one comes from the room's entrance to each of its doors that lead on, an easel standing there, as one does without it. */
function waysThrough(plan: Plan, plans: Plan[]): (easel: EaselPlace) => boolean {
  const [obstacles, waypoints] = [obstaclesOf([plan]), waypointsOf([plan], measures.bodyRadius)]
  const comes = (to: Point, sides: number[], round: Point[]) => {
    const all = Float64Array.from([...obstacles, ...sides])
    return findPath(plan.entrance.at, to, measures.bodyRadius, all, [...waypoints, ...round]) !== null
  }
  const doors = doorwaysOf(plans)
    .filter((door) => plans[door.plan] === plan && door.leadsTo !== null)
    .map((door) => pointOnWall(door.wall, door.at + door.width / 2, 0.7))
    .filter((door) => comes(door, [], []))
  return (easel) => doors.every((door) => comes(door, footSides(footCorners(easel)), roundEasel(easel)))
}
