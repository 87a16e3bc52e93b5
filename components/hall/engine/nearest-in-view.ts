import type { Pose } from '@/lib/hanging/viewing-pose'
import type { HallSpace } from '../hall-works'
import { angleTo } from './angles'

/** Within 5 m, within 30 degrees of the view, seen from its front: the one that is nearest to the middle of the view; -1 for none. */
export function nearestInView(space: HallSpace, pose: Pose): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY]
  for (const work of space.works) {
    const { x, z, normal } = work.placement
    const [dx, dz] = [x - pose.x, z - pose.z]
    const distance = Math.hypot(dx, dz)
    const isBehind = -(dx * normal[0] + dz * normal[1]) < distance * 0.35
    if (distance > 5 || isBehind) continue
    const angle = Math.abs(angleTo(pose.yaw, Math.atan2(-dx, -dz)))
    const cost = angle + distance * 0.06
    if (angle < 0.52 && cost < least) {
      best = work.index
      least = cost
    }
  }
  return best
}
