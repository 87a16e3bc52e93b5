import { checkHanging } from './check-hanging'
import { measures } from './measures'
import { furnitureCorners } from './obstacles'
import { fixedStretch, framedWidth, freeStretches, type Hanging } from './place-hangings'
import type { Plan, Point, Wall } from './plan'
import { spread } from './spread'
import { isInside, pointOnWall, wallLength } from './walls'

/** Metres: a door between two rooms, and how far apart places for one are tried. */
export const doorWidth = 2
const step = 0.5
/** Metres of wall kept beside a door, and of floor kept clear on its inside. */
const shoulder = 0.6
const threshold = 1.4

/** Where along a wall a door can be, metres from its left end to the door's: from the middle outwards. */
export function doorPlaces(plan: Plan, wall: Wall, hangings: Hanging[]): number[] {
  const [first, last] = [shoulder, wallLength(wall) - shoulder - doorWidth]
  const steps = Math.max(0, Math.floor((last - first) / 2 / step))
  const offsets = Array.from({ length: steps }, (_, index) => [(index + 1) * step, -(index + 1) * step]).flat()
  const before = checkHanging(plan, hangings).length
  return last < first
    ? []
    : [0, ...offsets]
        .map((offset) => (first + last) / 2 + offset)
        .filter((at) => isFree(plan, wall, at) && keepsHangings(withDoor(plan, wall, at), wall.id, hangings, before))
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

/** Nothing new is wrong with what hangs in the room, and the works that make way still have their labels' room. */
function keepsHangings(plan: Plan, wallId: string, hangings: Hanging[], before: number): boolean {
  const wall = plan.walls.find(({ id }) => id === wallId) as Wall
  const mine = hangings.filter((hanging) => hanging.wall === wallId)
  const flowing = mine.filter((hanging) => fixedStretch(hanging) === null)
  const widths = flowing.sort((a, b) => a.slot - b.slot).map(({ artwork }) => framedWidth(artwork.widthCm))
  if (checkHanging(plan, hangings).length > before) return false
  return spread(freeStretches(plan, wall, mine), widths).gap >= measures.leastGap
}

/** The plan with a door more, `at` metres from the wall's left end. */
export function withDoor(plan: Plan, wall: Wall, at: number): Plan {
  const doors = [...wall.doors, { at, width: doorWidth }].sort((a, b) => a.at - b.at)
  return { ...plan, walls: plan.walls.map((one) => (one.id === wall.id ? { ...one, doors } : one)) }
}
