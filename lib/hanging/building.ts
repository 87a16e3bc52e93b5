import { roomBudget } from './budget'
import { hangInOrder } from './hang-in-order'
import type { Architecture, Plan } from './plan'
import { sizeForWorks } from './rectangular-plan'
import { planSuite } from './suite'
import { boundsOf } from './walls'

export interface BuildingRoom {
  architecture: Architecture
  /** #rrggbb; the architecture's own unless said. */
  wallColour?: string
  /** Centimetres, without frame, of what hangs in it, in walking order. */
  widthsCm: number[]
  /** For so many works the room shall be made; never less than hang in it. */
  places: number
}

export interface BuiltRoom {
  plan: Plan
  /** Where each of the room's works hangs, in the order of `widthsCm`. */
  hung: { wall: string; slot: number }[]
}

/** Centimetres: a work of which nothing is known yet. */
export const usualWidthCm = 80

/**
 * All rooms of an exhibition built anew: to the measure of their works, opening into each other in their order (suite.ts), and the works hung in
 * theirs. A room that will hold more works than hang in it takes the others to be as wide as these are in the middle.
 *
 * @returns null where the rooms together are larger than a floor can be
 */
export function planBuilding(rooms: BuildingRoom[]): BuiltRoom[] | null {
  let sized = rooms.map((room) => ({ ...room, widthsCm: [...room.widthsCm, ...stillToCome(room)] }))
  for (let round = 0; round < rounds; round++) {
    const plans = planOrNull(sized)
    if (!plans) return null
    const hung = plans.map((plan, index) => hangInOrder(plan, rooms[index]?.widthsCm ?? []))
    if (hung.every((places) => places !== null)) return plans.map((plan, index) => ({ plan, hung: hung[index] ?? [] }))
    // Works of very different breadths can leave more wall over at the ends than was counted for them.
    sized = sized.map((room, index) => (hung[index] ? room : { ...room, widthsCm: [...room.widthsCm, usualWidthCm] }))
  }
  return null
}

const rounds = 12

function stillToCome({ widthsCm, places }: BuildingRoom): number[] {
  const middle = widthsCm.toSorted((a, b) => a - b)[Math.floor(widthsCm.length / 2)] ?? usualWidthCm
  return Array.from({ length: Math.max(0, places - widthsCm.length) }, () => middle)
}

function planOrNull(rooms: BuildingRoom[]): Plan[] | null {
  try {
    return planSuite(rooms.map(({ architecture, wallColour, widthsCm }) => ({ architecture, wallColour, widthsCm })))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** For how many works a room is large enough, were it built anew: at least for those that hang in it, at most for what a room may hold. */
export function placesOf(plan: Plan, workCount: number): number {
  const { minX, maxX, minZ, maxZ } = boundsOf([plan])
  const floor = (maxX - minX) * (maxZ - minZ)
  let places = Math.min(workCount, roomBudget.works)
  while (places < roomBudget.works) {
    const { width, depth } = sizeForWorks(Array(places + 1).fill(usualWidthCm), { architecture: plan.architecture })
    if (width * depth > floor) break
    places++
  }
  return places
}
