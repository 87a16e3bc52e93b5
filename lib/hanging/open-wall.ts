import { checkHanging } from './check-hanging'
import { doorWidth } from './door-places'
import { hangInOrder } from './hang-in-order'
import { measures } from './measures'
import { fixedStretch, framedWidth, freeStretches, type Hanging } from './place-hangings'
import type { Plan, Wall } from './plan'
import { spread } from './spread'

/** A room with a door more, and where its works hang by then; null where they stay on their walls. */
export interface OpenedRoom {
  plan: Plan
  hung: { wall: string; slot: number }[] | null
}

/**
 * Cuts a door into a wall, `at` metres from its left end, if what hangs in the room can be shown with it as well as without.
 *
 * @param hangings in walking order
 * @param mayRehang whether works may go to other walls for it, in the same order; none does while a curator put one of them somewhere
 */
export function openWall(
  plan: Plan,
  wall: Wall,
  at: number,
  hangings: Hanging[],
  mayRehang: boolean,
): OpenedRoom | null {
  const opened = withDoor(plan, wall, at)
  if (!mayRehang) return keepsHangings(plan, opened, wall.id, hangings) ? { plan: opened, hung: null } : null
  if (hangings.some((hanging) => fixedStretch(hanging) !== null)) return null
  const hung = hangInOrder(
    opened,
    hangings.map(({ artwork }) => artwork.widthCm),
  )
  return hung && { plan: opened, hung }
}

function withDoor(plan: Plan, wall: Wall, at: number): Plan {
  const doors = [...wall.doors, { at, width: doorWidth }].sort((a, b) => a.at - b.at)
  return { ...plan, walls: plan.walls.map((one) => (one.id === wall.id ? { ...one, doors } : one)) }
}

/** Nothing new is wrong with what hangs in the room, and the works that make way still have their labels' room. */
function keepsHangings(before: Plan, opened: Plan, wallId: string, hangings: Hanging[]): boolean {
  if (checkHanging(opened, hangings).length > checkHanging(before, hangings).length) return false
  const wall = opened.walls.find(({ id }) => id === wallId) as Wall
  const mine = hangings.filter((hanging) => hanging.wall === wallId)
  const flowing = mine.filter((hanging) => fixedStretch(hanging) === null).sort((a, b) => a.slot - b.slot)
  const widths = flowing.map(({ artwork }) => framedWidth(artwork.widthCm))
  return spread(freeStretches(opened, wall, mine), widths).gap >= measures.leastGap
}
