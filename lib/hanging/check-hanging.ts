import { measures } from './measures'
import { type Hanging, type Placement, placeHangings } from './place-hangings'
import type { Plan, Wall } from './plan'
import { wallLength } from './walls'

export type HangingProblem =
  | { code: 'works_overlap'; hangings: [string, string] }
  | { code: 'work_off_wall'; hangings: [string] }
  | { code: 'wall_gone'; hangings: [string] }

/** Left, right, bottom and top on a wall, metres from its left end and from the floor. */
export type Rectangle = [left: number, right: number, bottom: number, top: number]

/** Frames may touch, but for rounding. */
const tolerance = 0.005

/** What a work covers with its frame. */
export function framedRectangle({
  along,
  y,
  width,
  height,
}: Pick<Placement, 'along' | 'y' | 'width' | 'height'>): Rectangle {
  const [w, h] = [width / 2 + measures.frameAllowance, height / 2 + measures.frameAllowance]
  return [along - w, along + w, y - h, y + h]
}

/** Where nothing may hang: doors up to their height, and the stretch of the title. */
export function keptClear(plan: Plan, wall: Wall): Rectangle[] {
  const doors = wall.doors.map(({ at, width }): Rectangle => [at, at + width, 0, measures.doorHeight])
  const { title } = plan
  return title?.wall === wall.id ? [...doors, [title.at, title.at + title.width, 0, plan.height]] : doors
}

/** What is wrong with how works hang in a room, by the ids of hangings; empty when it can be shown. */
export function checkHanging(plan: Plan, hangings: Hanging[]): HangingProblem[] {
  const placements = placeHangings(plan, hangings)
  const placed = new Set(placements.map(({ hanging }) => hanging.id))
  const gone = hangings.filter(({ id }) => !placed.has(id))
  return [
    ...gone.map(({ id }): HangingProblem => ({ code: 'wall_gone', hangings: [id] })),
    ...plan.walls.flatMap((wall) => wallProblems(plan, wall, placements)),
  ]
}

function wallProblems(plan: Plan, wall: Wall, all: Placement[]): HangingProblem[] {
  const mine = all
    .filter(({ hanging }) => hanging.wall === wall.id)
    .map((placement) => ({ id: placement.hanging.id, rectangle: framedRectangle(placement) }))
  const off = mine.filter(({ rectangle }) => !isOnWall(plan, wall, rectangle))
  const overlaps = mine.flatMap((one, index) =>
    mine
      .slice(index + 1)
      .filter((other) => doOverlap(one.rectangle, other.rectangle))
      .map((other): HangingProblem => ({ code: 'works_overlap', hangings: [one.id, other.id] })),
  )
  return [...off.map(({ id }): HangingProblem => ({ code: 'work_off_wall', hangings: [id] })), ...overlaps]
}

function isOnWall(plan: Plan, wall: Wall, [left, right, bottom, top]: Rectangle): boolean {
  const isInside =
    left > -tolerance && right < wallLength(wall) + tolerance && bottom > -tolerance && top < plan.height + tolerance
  return isInside && !keptClear(plan, wall).some((kept) => doOverlap(kept, [left, right, bottom, top]))
}

export function doOverlap(a: Rectangle, b: Rectangle): boolean {
  return a[0] < b[1] - tolerance && b[0] < a[1] - tolerance && a[2] < b[3] - tolerance && b[2] < a[3] - tolerance
}
