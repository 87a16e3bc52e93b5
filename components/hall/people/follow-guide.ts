import { angleTo } from '../engine/angles'
import type { Walker } from '../engine/walker'
import type { Person } from './crowd'

/** Metres behind the guide, and how far from that place one may stand before one walks on. */
const [behind, slack] = [1.5, 1.1]
/** Walks begin no more often than this, ms. */
const betweenWalks = 900
/** A guide who rests so far, metres, from where they were has gone on to something else. */
const nextStop = 2

/**
 * Follows one guide from now on. Each call is one look at the guide: walks after them, or turns to what they look at. To be called a few
 * times a second while somebody follows; answers whether the visitor was moved.
 *
 * Who looks around keeps their head: it is turned no more, and walks after the guide leave it alone, until the guide has come to rest at
 * another place. So one may look at what one likes while the guide speaks and on the way, and is shown the next thing all the same.
 */
export function createFollower(walker: Walker, prefersStill: () => boolean): (guide: Person, now: number) => boolean {
  let walkedAt = Number.NEGATIVE_INFINITY
  let { looks } = walker.will
  /** Where the guide was when the visitor last looked around; null while the visitor looks where the guide does. */
  let lookedAround: { x: number; z: number } | null = null
  return (guide, now) => {
    const isGuideStill = guide.x === guide.toX && guide.z === guide.toZ
    if (walker.will.looks !== looks) {
      looks = walker.will.looks
      lookedAround = { x: guide.toX, z: guide.toZ }
    } else if (lookedAround && isGuideStill) {
      const gone = Math.hypot(guide.toX - lookedAround.x, guide.toZ - lookedAround.z)
      if (gone > nextStop) lookedAround = null
    }
    const [x, z] = [guide.toX + Math.sin(guide.toYaw) * behind, guide.toZ + Math.cos(guide.toYaw) * behind]
    const distance = Math.hypot(walker.pose.x - x, walker.pose.z - z)
    // Where walks are cuts, there is one for each stop of the guide, and none on the way.
    const mayWalk = now - walkedAt > betweenWalks && (!prefersStill() || isGuideStill)
    if (distance > slack && mayWalk) {
      walkedAt = now
      walker.walkTo([x, z], lookedAround !== null)
      return true
    }
    if (lookedAround || walker.isWalking || !isGuideStill) return false
    if (Math.abs(angleTo(walker.pose.yaw, guide.toYaw)) < 0.12) return false
    walker.turnTo(guide.toYaw)
    return true
  }
}
