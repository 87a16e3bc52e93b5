import type { Placement } from '@/lib/hanging/place-hangings'
import type { Point } from '@/lib/hanging/plan'
import type { Pose } from '@/lib/hanging/viewing-pose'
import { aimAt, angleTo } from './angles'

type Picture = Pick<Placement, 'x' | 'z' | 'normal' | 'width'>

/** A point of the picture's stretch of wall, metres to the right of its middle as one faces it. */
export function pointOnPicture({ x, z, normal }: Picture, along: number): Point {
  return [x + normal[1] * along, z - normal[0] * along]
}

/** Metres in front of the wall, below 0 behind it, and beside the picture; 0 for who stands anywhere before it. */
export function gapsTo(picture: Picture, at: { x: number; z: number }): { front: number; beside: number } {
  const [dx, dz] = [at.x - picture.x, at.z - picture.z]
  const front = dx * picture.normal[0] + dz * picture.normal[1]
  const along = Math.abs(dx * picture.normal[1] - dz * picture.normal[0])
  return { front, beside: Math.max(0, along - picture.width / 2) }
}

/** Radians from the middle of the view to what of the picture is nearest to it, and where on the picture that is, as `pointOnPicture` counts. */
export function angleToPicture(picture: Picture, pose: Pose): { angle: number; along: number } {
  const half = picture.width / 2
  const left = angleTo(pose.yaw, aimAt(pose, pointOnPicture(picture, -half)))
  const right = angleTo(pose.yaw, aimAt(pose, pointOnPicture(picture, half)))
  if (left >= 0 && right <= 0 && left - right < Math.PI) return { angle: 0, along: lookedAt(picture, pose) }
  return Math.abs(left) < Math.abs(right)
    ? { angle: Math.abs(left), along: -half }
    : { angle: Math.abs(right), along: half }
}

/** Where the middle of the view meets the wall, which it does. */
function lookedAt(picture: Picture, { x, z, yaw }: Pose): number {
  const [dx, dz] = [x - picture.x, z - picture.z]
  const [tx, tz] = [picture.normal[1], -picture.normal[0]]
  const front = dx * picture.normal[0] + dz * picture.normal[1]
  // Radians to the left of straight at the wall.
  const turn = angleTo(Math.atan2(picture.normal[0], picture.normal[1]), yaw)
  return dx * tx + dz * tz - front * Math.tan(turn)
}

/** So near to a picture, metres, one has one's nose on it. */
const noseLength = 0.62
/** And farther than so many times that one has it off again. */
const leaving = 1.4
/** Who passes along a wall looks past its pictures: one faces it within this, radians. */
const facing = 0.8

/** Whether one stands with one's nose on a picture, before any part of it, and looks at it. */
export function hasNoseOn(picture: Picture, pose: Pose): boolean {
  const { front, beside } = gapsTo(picture, pose)
  if (front <= 0 || front >= noseLength || beside > 0) return false
  const turn = angleTo(pose.yaw, Math.atan2(picture.normal[0], picture.normal[1]))
  return Math.abs(turn) < facing
}

/** Whether one has gone away from a picture, or along its wall. */
export function hasLeft(picture: Picture, at: { x: number; z: number }): boolean {
  const { front, beside } = gapsTo(picture, at)
  return Math.hypot(front, beside) > noseLength * leaving
}
