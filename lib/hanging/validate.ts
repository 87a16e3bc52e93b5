import type { Plan, PlanWindow, Point, Wall } from './plan'
import { findWall, isInside, outline, pointOnWall, wallLength } from './walls'

export type PlanProblem =
  | { code: 'wall_too_short'; wall: string }
  | { code: 'wall_twice'; wall: string }
  | { code: 'not_closed'; wall: string }
  | { code: 'walls_cross'; wall: string; other: string }
  | { code: 'walls_face_out' }
  | { code: 'door_outside_wall'; wall: string }
  | { code: 'doors_overlap'; wall: string }
  | { code: 'window_outside_wall'; wall: string }
  | { code: 'title_outside_wall'; wall: string }
  | { code: 'entrance_outside' }
  | { code: 'bench_outside'; bench: number }
  | { code: 'plinth_outside'; plinth: number }

const joint = 0.01

/**
 * What is wrong with a plan beyond its types; empty for a room that can be built. A room is one closed loop of walls in order
 * that do not cross and face inwards, with its doors within their walls and its furniture and entrance inside.
 */
export function validatePlan(plan: Plan): PlanProblem[] {
  const problems = plan.walls.flatMap((wall, index) => wallProblems(plan, wall, index))
  if (problems.length > 0) return problems
  return [...crossings(plan.walls), ...furnitureProblems(plan)]
}

function wallProblems(plan: Plan, wall: Wall, index: number): PlanProblem[] {
  const problems: PlanProblem[] = []
  const length = wallLength(wall)
  const next = plan.walls[(index + 1) % plan.walls.length] ?? wall
  if (length < 0.1) problems.push({ code: 'wall_too_short', wall: wall.id })
  if (findWall(plan, wall.id) !== wall) problems.push({ code: 'wall_twice', wall: wall.id })
  if (Math.hypot(next.from[0] - wall.to[0], next.from[1] - wall.to[1]) > joint) {
    problems.push({ code: 'not_closed', wall: wall.id })
  }
  const doors = [...wall.doors].sort((a, b) => a.at - b.at)
  if (doors.some((door) => door.at + door.width > length + joint)) {
    problems.push({ code: 'door_outside_wall', wall: wall.id })
  }
  if (doors.some((door, at) => at > 0 && door.at < (doors[at - 1]?.at ?? 0) + (doors[at - 1]?.width ?? 0))) {
    problems.push({ code: 'doors_overlap', wall: wall.id })
  }
  const isOutside = ({ at, width, sill, head }: PlanWindow) =>
    at + width > length + joint || sill >= head || head > plan.height
  if (wall.windows.some(isOutside)) problems.push({ code: 'window_outside_wall', wall: wall.id })
  return problems
}

function crossings(walls: Wall[]): PlanProblem[] {
  const problems: PlanProblem[] = []
  walls.forEach((wall, i) => {
    walls.slice(i + 1).forEach((other, offset) => {
      const j = i + 1 + offset
      const areNeighbours = j === i + 1 || (i === 0 && j === walls.length - 1)
      if (!areNeighbours && segmentsTouch(wall.from, wall.to, other.from, other.to)) {
        problems.push({ code: 'walls_cross', wall: wall.id, other: other.id })
      }
    })
  })
  return problems
}

function furnitureProblems(plan: Plan): PlanProblem[] {
  const problems: PlanProblem[] = []
  const polygon = outline(plan)
  const facesOut = plan.walls.some((wall) => {
    const [x, z] = pointOnWall(wall, wallLength(wall) / 2, joint)
    return !isInside(x, z, polygon)
  })
  if (facesOut) problems.push({ code: 'walls_face_out' })
  if (!isInside(...plan.entrance.at, polygon)) problems.push({ code: 'entrance_outside' })
  plan.benches.forEach((bench, index) => {
    if (!isInside(...bench.at, polygon)) problems.push({ code: 'bench_outside', bench: index })
  })
  plan.plinths.forEach((plinth, index) => {
    if (!isInside(...plinth.at, polygon)) problems.push({ code: 'plinth_outside', plinth: index })
  })
  if (plan.title) {
    const wall = findWall(plan, plan.title.wall)
    if (!wall || plan.title.at + plan.title.width > wallLength(wall) + joint) {
      problems.push({ code: 'title_outside_wall', wall: plan.title.wall })
    }
  }
  return problems
}

/** Whether segments ab and cd have a point in common. */
export function segmentsTouch(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  const between = (p: Point, q: Point, r: Point) =>
    Math.min(p[0], q[0]) <= r[0] &&
    r[0] <= Math.max(p[0], q[0]) &&
    Math.min(p[1], q[1]) <= r[1] &&
    r[1] <= Math.max(p[1], q[1])
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  if (abc !== abd && cda !== cdb) return true
  return (
    (abc === 0 && between(a, b, c)) ||
    (abd === 0 && between(a, b, d)) ||
    (cda === 0 && between(c, d, a)) ||
    (cdb === 0 && between(c, d, b))
  )
}
