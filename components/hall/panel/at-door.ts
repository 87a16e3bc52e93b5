import { angleTo } from '../engine/angles'
import type { HallSpace } from '../hall-works'

/** How near to the door, metres, and how straight before it, radians, one stands who is about to leave. */
const [reach, mostAside] = [1.8, 1]

/** Whether somebody stands where one comes in, and looks back to the door that is behind whoever comes. */
export function isAtDoor({ plans }: Pick<HallSpace, 'plans'>, pose: { x: number; z: number; yaw: number }): boolean {
  const entrance = plans[0]?.entrance
  if (!entrance || Math.hypot(pose.x - entrance.at[0], pose.z - entrance.at[1]) > reach) return false
  return Math.abs(angleTo(pose.yaw, entrance.facing + Math.PI)) < mostAside
}
