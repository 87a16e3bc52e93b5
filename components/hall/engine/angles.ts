import type { Point } from '@/lib/hanging/plan'

/** The short way round from one angle to another, radians. */
export function angleTo(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI)
  if (turn > Math.PI) return turn - 2 * Math.PI
  return turn < -Math.PI ? turn + 2 * Math.PI : turn
}

/** The yaw under which someone at `from` looks at a point. */
export function aimAt(from: { x: number; z: number }, point: Point): number {
  return Math.atan2(from.x - point[0], from.z - point[1])
}

/** 0 to 1, without a jolt at either end. */
export function ease(share: number): number {
  const t = Math.min(1, Math.max(0, share))
  return t * t * t * (t * (t * 6 - 15) + 10)
}
