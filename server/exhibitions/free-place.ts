import { findPlace, type Occupant, wallHasRoomFor } from '@/lib/hanging/capacity'
import type { Plan } from '@/lib/hanging/plan'
import { fail } from '@/server/platform/errors'

export interface Place {
  wall: string
  slot: number
}

interface Wish {
  widthCm: number
  wall?: string
  slot?: number
}

/**
 * Where one more work hangs: at the wished place, on the wished wall, or where it is least crowded.
 *
 * @throws {HouseError} room_full when no wall (or not the wished one) has room; conflict when the wished slot is taken
 */
export function freePlace(plan: Plan, occupants: Occupant[], { widthCm, wall, slot }: Wish): Place {
  if (wall === undefined) return findPlace(plan, occupants, widthCm) ?? fail('room_full')
  if (!wallHasRoomFor(plan, wall, occupants, widthCm)) fail('room_full')
  const taken = new Set(occupants.filter((occupant) => occupant.wall === wall).map((occupant) => occupant.slot))
  if (slot !== undefined) return taken.has(slot) ? fail('conflict') : { wall, slot }
  return { wall, slot: Math.max(-1, ...taken) + 1 }
}
