import { measures } from './measures'
import { move } from './move'
import type { Obstacles } from './obstacles'
import type { Placement } from './place-hangings'
import type { Point } from './plan'

/** How a visitor stands and looks. `yaw` in radians, 0 looks along -z and positive turns left; `pitch` positive looks up. */
export interface Pose {
  x: number
  z: number
  yaw: number
  pitch: number
}

/** A pose before a work. The eyes stay level, so that uprights stay upright; `rise` is how far up the view is shifted instead. */
export interface ViewingPose extends Pose {
  /** Tangent of the angle at which the work's middle lies above the eyes. */
  rise: number
}

export interface View {
  /** Vertical field of view, radians. */
  fieldOfView: number
  /** Width by height of the part of the screen in which the work should appear. */
  aspect: number
  /** That part's height as a share of the whole height. */
  heightShare?: number
  /** How much of that part the framed work may fill. */
  fill?: number
}

/** Distance at which a work fills its share of the view; never nearer than 0.9 m, as one stands before a picture. */
export function viewingDistance(width: number, height: number, view: View): number {
  const { fill = 0.72, heightShare = 1 } = view
  const tangent = Math.tan(view.fieldOfView / 2) * heightShare
  const frame = 2 * measures.frameAllowance
  const forHeight = (height + frame) / (2 * tangent * fill)
  const forWidth = (width + frame) / (2 * tangent * view.aspect * fill)
  return Math.max(0.9, forHeight, forWidth)
}

/** Where to stand before a work: straight in front of it, or nearer where the room is not deep enough. */
export function viewingPose(placement: Placement, view: View, obstacles: Obstacles): ViewingPose {
  const distance = viewingDistance(placement.width, placement.height, view)
  const [nx, nz] = placement.normal
  const near: Point = [placement.x + nx * measures.bodyRadius * 1.5, placement.z + nz * measures.bodyRadius * 1.5]
  const back = distance - measures.bodyRadius * 1.5
  const [x, z] = move(near, [nx * back, nz * back], measures.bodyRadius, obstacles)
  const stands = Math.hypot(x - placement.x, z - placement.z)
  return { x, z, yaw: Math.atan2(nx, nz), pitch: 0, rise: (placement.y - measures.eyeHeight) / stands }
}
