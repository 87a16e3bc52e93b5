import { castRay, type Ray } from '@/lib/hanging/cast-ray'
import { measures } from '@/lib/hanging/measures'
import { move } from '@/lib/hanging/move'
import type { Point } from '@/lib/hanging/plan'
import { type Pose, viewingPose } from '@/lib/hanging/viewing-pose'
import { isFarFromAll } from '../engine/standing-place'
import type { HallSpace } from '../hall-works'

/** A headset's view, as far as it decides how far one stands from a work. */
const view = { fieldOfView: 1.4, aspect: 1, fill: 0.6 }
/** A hand that points farther than this hardly means it, metres. */
const farthest = 14
/** So much of the way to a place is walked, metres, so that one stands clear of what is there. */
const lastSteps = 0.5

/** Where somebody whose hand points along a ray wants to stand: on the floor there, looking as they do, or before the work; null for nowhere. */
export function teleportTarget(ray: Ray, space: HallSpace, head: Pose): Pose | null {
  if (isThroughWall(ray, space, head)) return null
  const hit = castRay(ray, space.plans, space.placements, measures.doorHeight)
  if (!hit || hit.distance * Math.hypot(ray.dx, ray.dy, ray.dz) > farthest) return null
  if (hit.kind === 'work') {
    const placement = space.placements[hit.index]
    return placement ? viewingPose(placement, view, space.obstacles) : null
  }
  if (hit.kind !== 'floor') return null
  const at = placeNear(hit.at, [ray.x, ray.z], space) ?? placeNear(hit.at, [head.x, head.z], space, true)
  return at && { x: at[0], z: at[1], yaw: head.yaw, pitch: 0 }
}

/** A hand reaches farther than a body stands from a wall: what it points at behind that is not reached. */
function isThroughWall(ray: Ray, space: HallSpace, head: Pose): boolean {
  const arm = { x: head.x, y: ray.y, z: head.z, dx: ray.x - head.x, dy: 0, dz: ray.z - head.z }
  const hit = castRay(arm, space.plans, space.placements, measures.doorHeight)
  return hit !== null && hit.distance < 1
}

/**
 * A place as near to a point of the floor as its last steps come, or all steps from where one is; null where nobody can stand there, on a bench
 * for one, which rays pass over.
 */
function placeNear([x, z]: Point, [fromX, fromZ]: Point, space: HallSpace, isWholeWay = false): Point | null {
  const way = Math.hypot(fromX - x, fromZ - z)
  const share = isWholeWay || way < lastSteps ? 1 : lastSteps / way
  const from: Point = [x + (fromX - x) * share, z + (fromZ - z) * share]
  const at = move(from, [x - from[0], z - from[1]], measures.bodyRadius, space.obstacles)
  return isFarFromAll(at, space) ? at : null
}
