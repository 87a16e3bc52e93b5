import { measures } from './measures'
import { fixedStretch, framedWidth, freeStretches } from './place-hangings'
import type { Plan } from './plan'
import { spread } from './spread'
import { findWall } from './walls'

/** The part of a hanging that counts for places. */
export interface Occupant {
  wall: string
  slot: number
  /** Where a curator put it; see `Hanging`. */
  along?: number | null
  artwork: { widthCm: number }
}

/** Clear wall beside every frame if one more work of `widthCm` hung on this wall, metres; negative when it cannot fit. */
function gapWith(plan: Plan, wallId: string, occupants: Occupant[], widthCm: number): number {
  const wall = findWall(plan, wallId)
  if (!wall) return Number.NEGATIVE_INFINITY
  const present = occupants.filter((occupant) => occupant.wall === wallId).sort((a, b) => a.slot - b.slot)
  const flowing = present.filter((occupant) => fixedStretch(occupant) === null)
  const widths = [...flowing.map((occupant) => occupant.artwork.widthCm), widthCm].map(framedWidth)
  return spread(freeStretches(plan, wall, present), widths).gap
}

/** Whether one more work, `widthCm` wide without frame, fits on the wall with room for its label. */
export function wallHasRoomFor(plan: Plan, wallId: string, occupants: Occupant[], widthCm: number): boolean {
  return gapWith(plan, wallId, occupants, widthCm) >= measures.leastGap
}

/** How many more works of one width the wall takes. */
export function freeCapacity(plan: Plan, wallId: string, occupants: Occupant[], widthCm: number): number {
  const added: Occupant[] = []
  while (wallHasRoomFor(plan, wallId, [...occupants, ...added], widthCm)) {
    added.push({ wall: wallId, slot: nextSlot([...occupants, ...added], wallId), artwork: { widthCm } })
  }
  return added.length
}

/** The slot after the last one taken on a wall. */
export function nextSlot(occupants: Occupant[], wallId: string): number {
  return Math.max(-1, ...occupants.filter((occupant) => occupant.wall === wallId).map((occupant) => occupant.slot)) + 1
}

/** The place where one more work hangs best, on the wall that stays least crowded; null when no wall has room. */
export function findPlace(plan: Plan, occupants: Occupant[], widthCm: number): { wall: string; slot: number } | null {
  let best: { wall: string; gap: number } | null = null
  for (const wall of plan.walls) {
    const gap = gapWith(plan, wall.id, occupants, widthCm)
    if (gap >= measures.leastGap && gap > (best?.gap ?? 0)) best = { wall: wall.id, gap }
  }
  return best && { wall: best.wall, slot: nextSlot(occupants, best.wall) }
}
