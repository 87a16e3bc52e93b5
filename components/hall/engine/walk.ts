import type { Point } from '@/lib/hanging/plan'
import type { Pose } from '@/lib/hanging/viewing-pose'
import { aimAt, angleTo, ease } from './angles'

export interface Walk {
  /** Moves the pose on by `seconds`; true when it has arrived. Without `leadsHead` the feet alone: where one looks stays as it is. */
  step(seconds: number, pose: Pose, leadsHead: boolean): boolean
}

/**
 * A walk along a path that is known to be free: starts and ends gently, and lets the eyes find the goal before the
 * feet do. `focus` is what to look at on the way, where there is something.
 */
export function createWalk(start: Pose, path: Point[], target: Pose, focus: Point | null): Walk {
  const points: Point[] = [[start.x, start.z], ...path]
  const lengths = points.slice(1).map((point, index) => {
    const before = points[index] as Point
    return Math.hypot(point[0] - before[0], point[1] - before[1])
  })
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const turn = Math.abs(angleTo(start.yaw, target.yaw))
  const seconds = Math.max(0.7, Math.min(5.5, Math.max(0.9 + total / 2.4, turn / 1.6)))
  let time = 0

  return {
    step(by, pose, leadsHead) {
      time += by
      const share = ease(time / seconds)
      let rest = share * total
      let leg = 0
      while (leg < lengths.length - 1 && rest > (lengths[leg] as number)) rest -= lengths[leg++] as number
      const [from, to] = [points[leg] as Point, points[leg + 1] as Point]
      const along = (lengths[leg] as number) > 0 ? Math.min(1, rest / (lengths[leg] as number)) : 1
      pose.x = from[0] + (to[0] - from[0]) * along
      pose.z = from[1] + (to[1] - from[1]) * along
      if (leadsHead) {
        const isNear = focus && Math.hypot(pose.x - focus[0], pose.z - focus[1]) < 0.05
        const aim = focus && !isNear ? aimAt(pose, focus) : target.yaw
        const towards = start.yaw + angleTo(start.yaw, aim) * ease(time / (seconds * 0.75))
        pose.yaw = towards + angleTo(towards, target.yaw) * ease((time / seconds - 0.5) * 2)
        pose.pitch = start.pitch + (target.pitch - start.pitch) * share
      }
      if (time < seconds) return false
      pose.x = target.x
      pose.z = target.z
      if (leadsHead) {
        pose.yaw = target.yaw
        pose.pitch = target.pitch
      }
      return true
    },
  }
}
