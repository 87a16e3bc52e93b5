import { castRay, type Ray } from '@/lib/hanging/cast-ray'
import { measures } from '@/lib/hanging/measures'
import { move } from '@/lib/hanging/move'
import { type Pose, viewingPose } from '@/lib/hanging/viewing-pose'
import type { HallSpace } from '../hall-works'

/** A headset's view, as far as it decides how far one stands from a work. */
const view = { fieldOfView: 1.4, aspect: 1, fill: 0.6 }
/** A hand that points farther than this hardly means it, metres. */
const farthest = 14

/** Where somebody who points along a ray wants to stand: on the floor there, or before the work; null for nowhere. */
export function teleportTarget(ray: Ray, space: HallSpace, yaw: number): Pose | null {
  const hit = castRay(ray, space.plans, space.placements, measures.doorHeight)
  if (!hit || hit.distance * Math.hypot(ray.dx, ray.dy, ray.dz) > farthest) return null
  if (hit.kind === 'work') {
    const placement = space.placements[hit.index]
    return placement ? viewingPose(placement, view, space.obstacles) : null
  }
  if (hit.kind !== 'floor') return null
  // The last half metre is walked, so that one stands clear of what is there.
  const [x, z] = hit.at
  const back = Math.hypot(ray.x - x, ray.z - z) || 1
  const from: [number, number] = [x + ((ray.x - x) / back) * 0.5, z + ((ray.z - z) / back) * 0.5]
  const [sx, sz] = move(from, [x - from[0], z - from[1]], measures.bodyRadius, space.obstacles)
  return { x: sx, z: sz, yaw, pitch: 0 }
}
