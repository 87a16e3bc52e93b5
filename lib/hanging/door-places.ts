import { measures } from './measures'
import { furnitureCorners } from './obstacles'
import type { Plan, Point, Wall } from './plan'
import { isInside, pointOnWall, wallLength } from './walls'

/** Metres: a door between two rooms, and how far apart places for one are tried. */
export const doorWidth = 2
const step = 0.5
/** Metres of wall kept beside a door, and of floor kept clear on its inside. */
const shoulder = 0.6
const threshold = 1.4

/** Where along a wall a door can be, metres from its left end to the door's: from the middle outwards; what hangs there is not asked. */
export function doorPlaces(plan: Plan, wall: Wall): number[] {
  const [first, last] = [shoulder, wallLength(wall) - shoulder - doorWidth]
  if (last < first) return []
  const steps = Math.floor((last - first) / 2 / step)
  const offsets = Array.from({ length: steps }, (_, index) => [(index + 1) * step, -(index + 1) * step]).flat()
  return [0, ...offsets].map((offset) => (first + last) / 2 + offset).filter((at) => isFree(plan, wall, at))
}

/** No other door, no title and no furniture where the door would be. */
function isFree(plan: Plan, wall: Wall, at: number): boolean {
  const title = plan.title?.wall === wall.id ? [plan.title] : []
  const room = measures.doorMargin * 2
  if ([...wall.doors, ...title].some((one) => one.at < at + doorWidth + room && one.at + one.width > at - room))
    return false
  const floor: Point[] = [
    pointOnWall(wall, at),
    pointOnWall(wall, at + doorWidth),
    pointOnWall(wall, at + doorWidth, threshold),
    pointOnWall(wall, at, threshold),
  ]
  return !furnitureCorners(plan, measures.bodyRadius).some((corners) => corners.some(([x, z]) => isInside(x, z, floor)))
}
