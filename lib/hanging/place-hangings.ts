import { measures } from './measures'
import type { Plan, Point, Wall } from './plan'
import { hangingStretches, spread } from './spread'
import { pointOnWall, subtract, wallNormal } from './walls'

/** The part of a hanging that geometry needs; `HangingView` fits it. */
export interface Hanging {
  id: string
  wall: string
  slot: number
  /** Metres from the wall's left end to the picture's middle, where a curator put it; without it the slot decides. */
  along?: number | null
  /** Metres from the floor to the picture's middle, with `along`. */
  centreHeight?: number | null
  artwork: { id: string; widthCm: number; heightCm: number }
}

/** Where a work hangs. Metres; `x`, `y`, `z` is the middle of the picture on the wall's surface. */
export interface Placement<H extends Hanging = Hanging> {
  hanging: H
  x: number
  y: number
  z: number
  /** Unit vector into the room, on the floor plane. */
  normal: Point
  width: number
  height: number
  /** From the wall's left end to the picture's middle. */
  along: number
}

/** Width that a work takes on the wall with its frame, metres. */
export function framedWidth(widthCm: number): number {
  return widthCm / 100 + 2 * measures.frameAllowance
}

/** The stretch [start, end] that a work which a curator put somewhere takes with its frame, metres; null where its slot decides. */
export function fixedStretch(hanging: {
  along?: number | null
  artwork: { widthCm: number }
}): [number, number] | null {
  if (hanging.along === null || hanging.along === undefined) return null
  const half = framedWidth(hanging.artwork.widthCm) / 2
  return [hanging.along - half, hanging.along + half]
}

/** What curators left free of a wall's hanging stretches, [start, end] in metres: there the other works go by their slots. */
export function freeStretches(
  plan: Plan,
  wall: Wall,
  hangings: Parameters<typeof fixedStretch>[0][],
): [number, number][] {
  const fixed = hangings.map(fixedStretch).filter((stretch) => stretch !== null)
  return hangingStretches(plan, wall).flatMap((stretch) =>
    subtract(
      stretch,
      fixed.filter(([start, end]) => start < stretch[1] && end > stretch[0]),
    ),
  )
}

/**
 * Hangs works at true size on the walls of a plan. A work that a curator put somewhere hangs exactly there; the others go by slot
 * along what is left of their wall, evenly spaced, clear of doors and title, centres at 1.5 m. In walking order: wall after wall as
 * the plan lists them, each from its left end. Hangings on walls that the plan does not have, or on which nothing may hang, are
 * left out. Works that do not fit overlap rather than shrink: whether a wall has room is asked before hanging (`wallHasRoomFor`).
 */
export function placeHangings<H extends Hanging>(plan: Plan, hangings: H[]): Placement<H>[] {
  return plan.walls.flatMap((wall) =>
    placeOnWall(
      plan,
      wall,
      hangings.filter((hanging) => hanging.wall === wall.id),
    ),
  )
}

function placeOnWall<H extends Hanging>(plan: Plan, wall: Wall, hangings: H[]): Placement<H>[] {
  const whole = hangingStretches(plan, wall)
  if (whole.length === 0) return []
  const stretches = freeStretches(plan, wall, hangings)
  const flowing = hangings.filter((hanging) => fixedStretch(hanging) === null).sort((a, b) => a.slot - b.slot)
  const { centres } = spread(
    // A wall that is full to the last centimetre still shows what was hung on it.
    stretches.length > 0 ? stretches : whole,
    flowing.map((hanging) => framedWidth(hanging.artwork.widthCm)),
  )
  const alongOf = new Map(flowing.map((hanging, index) => [hanging, centres[index] ?? 0]))
  const normal = wallNormal(wall)
  return hangings
    .map((hanging) => {
      const along = alongOf.get(hanging) ?? hanging.along ?? 0
      const [x, z] = pointOnWall(wall, along)
      const [width, height] = [hanging.artwork.widthCm / 100, hanging.artwork.heightCm / 100]
      const y = hanging.centreHeight ?? standardCentre(height, plan.height)
      return { hanging, x, y, z, normal, width, height, along }
    })
    .sort((a, b) => a.along - b.along || a.hanging.slot - b.hanging.slot)
}

/** 1.5 m, raised for a work that would touch the floor and lowered for one that would touch the ceiling; all in metres. */
export function standardCentre(height: number, roomHeight: number): number {
  const half = height / 2 + measures.frameAllowance
  const raised = Math.max(measures.centreHeight, measures.clearFloor + half)
  return Math.min(raised, Math.max(roomHeight - measures.clearCeiling - half, roomHeight / 2))
}
