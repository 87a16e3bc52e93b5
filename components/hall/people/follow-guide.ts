import { angleTo } from '../engine/angles'
import type { Walker } from '../engine/walker'
import type { Person } from './crowd'

/** Metres behind the guide, and how far from that place one may stand before one walks on. */
const [behind, slack] = [1.5, 1.1]
/** Walks begin no more often than this, ms. */
const betweenWalks = 900

/**
 * One look at the guide: walks after them, or turns to what they look at. To be called a few times a second while somebody follows;
 * answers whether the visitor was moved.
 */
export function createFollower(walker: Walker, prefersStill: () => boolean): (guide: Person, now: number) => boolean {
  let walkedAt = Number.NEGATIVE_INFINITY
  return (guide, now) => {
    const isGuideStill = guide.x === guide.toX && guide.z === guide.toZ
    const [x, z] = [guide.toX + Math.sin(guide.toYaw) * behind, guide.toZ + Math.cos(guide.toYaw) * behind]
    const distance = Math.hypot(walker.pose.x - x, walker.pose.z - z)
    // Where walks are cuts, there is one for each stop of the guide, and none on the way.
    const mayWalk = now - walkedAt > betweenWalks && (!prefersStill() || isGuideStill)
    if (distance > slack && mayWalk) {
      walkedAt = now
      walker.walkTo([x, z])
      return true
    }
    const turn = angleTo(walker.pose.yaw, guide.toYaw)
    if (walker.isWalking || !isGuideStill || Math.abs(turn) < 0.12) return false
    walker.look(turn, 0)
    return true
  }
}
