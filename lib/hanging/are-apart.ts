import { measures } from './measures'
import type { Plan, Point } from './plan'
import { type Bounds, boundsOf, pointOnWall, wallLength } from './walls'

/** Metres that windows look out over. */
export const outlook = 4

/** Neither room lies on the other, or before the windows of the other. */
export function areApart(a: Plan, b: Plan): boolean {
  const rooms = [boundsOf([a]), boundsOf([b])] as const
  return (
    !doMeet(...rooms) &&
    !outlooksOf(a).some((view) => doMeet(view, rooms[1])) &&
    !outlooksOf(b).some((view) => doMeet(view, rooms[0]))
  )
}

function outlooksOf(plan: Plan): Bounds[] {
  return plan.walls
    .filter((wall) => wall.windows.length > 0)
    .map((wall) => {
      const far = [pointOnWall(wall, 0, -outlook), pointOnWall(wall, wallLength(wall), -outlook)]
      return boxOf([wall.from, wall.to, ...far])
    })
}

function boxOf(points: Point[]): Bounds {
  const [xs, zs] = [points.map(([x]) => x), points.map(([, z]) => z)]
  return { minX: Math.min(...xs), maxX: Math.max(...xs), minZ: Math.min(...zs), maxZ: Math.max(...zs) }
}

/** With the wall between them, but for rounding. */
function doMeet(a: Bounds, b: Bounds): boolean {
  const wall = measures.partition - 0.01
  return a.minX < b.maxX + wall && b.minX < a.maxX + wall && a.minZ < b.maxZ + wall && b.minZ < a.maxZ + wall
}
