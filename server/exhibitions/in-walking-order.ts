import { type Hanging, placeHangings } from '@/lib/hanging/place-hangings'
import { planSchema } from '@/lib/hanging/plan'

/** Hangings as one meets them in the hall: wall after wall as the plan lists them, each from its left end; those without a wall last. */
export function inWalkingOrder<Place extends Hanging>(plan: unknown, hangings: Place[]): Place[] {
  const met = placeHangings(planSchema.parse(plan), hangings).map(({ hanging }) => hanging)
  const seen = new Set(met)
  return [...met, ...hangings.filter((hanging) => !seen.has(hanging)).sort((a, b) => a.slot - b.slot)]
}
