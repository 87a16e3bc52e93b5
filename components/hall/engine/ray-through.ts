import type { Ray } from '@/lib/hanging/cast-ray'
import { measures } from '@/lib/hanging/measures'
import type { Pose } from '@/lib/hanging/viewing-pose'
import type { Lens } from './lens'

/** From the visitor's eye through a point of the screen, 0 to 1 from the left and from the top. */
export function rayThrough(pose: Pose, lens: Lens, across: number, down: number): Ray {
  const half = Math.tan(lens.fieldOfView / 2)
  const [sx, sy] = [(across * 2 - 1 + lens.shiftX) * half * lens.aspect, (1 - down * 2 + lens.shiftY) * half]
  const [cp, sp] = [Math.cos(pose.pitch), Math.sin(pose.pitch)]
  const [cy, sin] = [Math.cos(pose.yaw), Math.sin(pose.yaw)]
  const [fy, fz] = [sy * cp + sp, sy * sp - cp]
  return { x: pose.x, y: measures.eyeHeight, z: pose.z, dx: sx * cy + fz * sin, dy: fy, dz: -sx * sin + fz * cy }
}
