import { castRay } from '@/lib/hanging/cast-ray'
import { measures } from '@/lib/hanging/measures'
import type { Pose } from '@/lib/hanging/viewing-pose'
import type { HallSpace } from '../hall-works'
import { angleToPicture, gapsTo, pointOnPicture } from './picture-on-wall'

/** Farther away, metres, and farther from the middle of the view, radians, one does not stand before a work. */
const [farthest, widest] = [5, 0.52]
/** Seen more from the side than this share of straight ahead, a work is looked past. */
const leastFront = 0.35

/**
 * Of the works that one stands before, the one that is nearest to the middle of the view; -1 for none. What counts is the whole width of
 * the picture, not its middle: one stands before a wide work anywhere before it. A wall in between hides it.
 */
export function nearestInView(space: HallSpace, pose: Pose): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY]
  for (const { index, placement } of space.works) {
    const { front, beside } = gapsTo(placement, pose)
    const nearest = Math.hypot(front, beside)
    if (nearest > farthest || front < nearest * leastFront) continue
    const { angle, along } = angleToPicture(placement, pose)
    const cost = angle + nearest * 0.06
    if (angle < widest && cost < least && isSeen(space, pose, index, along)) {
      best = index
      least = cost
    }
  }
  return best
}

/** Whether a look at this point of a work meets the work first. */
function isSeen({ plans, placements }: HallSpace, { x, z }: Pose, index: number, along: number): boolean {
  const placement = placements[index]
  if (!placement) return false
  const [px, pz] = pointOnPicture(placement, along)
  const ray = { x, y: measures.eyeHeight, z, dx: px - x, dy: placement.y - measures.eyeHeight, dz: pz - z }
  const hit = castRay(ray, plans, placements, measures.doorHeight)
  return hit?.kind === 'work' && hit.index === index
}
