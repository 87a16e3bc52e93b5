import { planSchema } from '@/lib/hanging/plan'

/** Hangings as one meets them: wall after wall as the plan lists them, each from its left end. */
export function inWalkingOrder<Place extends { wall: string; slot: number }>(
  plan: unknown,
  hangings: Place[],
): Place[] {
  const order = new Map(planSchema.parse(plan).walls.map((wall, index) => [wall.id, index]))
  const wallIndex = (place: Place) => order.get(place.wall) ?? order.size
  return hangings.toSorted((a, b) => wallIndex(a) - wallIndex(b) || a.slot - b.slot)
}
