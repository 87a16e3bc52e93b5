import { measures } from './measures'
import type { Plan, Point, Wall } from './plan'
import { hangingStretches, spread } from './spread'
import { pointOnWall, wallNormal } from './walls'

/** The part of a hanging that geometry needs; `HangingView` fits it. */
export interface Hanging {
  id: string
  wall: string
  slot: number
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

/**
 * Hangs works at true size on the walls of a plan: along each wall by slot, evenly spaced, clear of doors and title, centres at
 * 1.5 m. In walking order: wall after wall as the plan lists them, each from its left end. Hangings on walls that the plan does
 * not have, or on which nothing may hang, are left out. Works that do not fit overlap rather than shrink: whether a wall
 * has room is asked before hanging (`wallHasRoomFor`).
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
  const stretches = hangingStretches(plan, wall)
  if (stretches.length === 0) return []
  const inOrder = [...hangings].sort((a, b) => a.slot - b.slot)
  const { centres } = spread(
    stretches,
    inOrder.map((hanging) => framedWidth(hanging.artwork.widthCm)),
  )
  const normal = wallNormal(wall)
  return inOrder.map((hanging, index) => {
    const along = centres[index] ?? 0
    const [x, z] = pointOnWall(wall, along)
    const height = hanging.artwork.heightCm / 100
    return {
      hanging,
      x,
      y: centreHeight(height, plan.height),
      z,
      normal,
      width: hanging.artwork.widthCm / 100,
      height,
      along,
    }
  })
}

/** 1.5 m, raised for a work that would touch the floor and lowered for one that would touch the ceiling. */
function centreHeight(height: number, roomHeight: number): number {
  const half = height / 2 + measures.frameAllowance
  const raised = Math.max(measures.centreHeight, measures.clearFloor + half)
  return Math.min(raised, Math.max(roomHeight - measures.clearCeiling - half, roomHeight / 2))
}
