import { pointDistance } from '@/lib/hanging/find-path'
import { measures } from '@/lib/hanging/measures'
import { moveInto } from '@/lib/hanging/move'
import type { Point } from '@/lib/hanging/plan'
import type { Pose } from '@/lib/hanging/viewing-pose'
import { isInside, outline, pointOnWall } from '@/lib/hanging/walls'
import type { HallSpace } from '../hall-works'
import { aimAt, angleTo } from './angles'
import type { Lens } from './lens'

/** How much of half the window the title may take, and the most that one is turned to it at the entrance, radians. */
const titleShare = 0.9
const mostTurn = 0.45

/** The pose itself where it is inside a room and clear of everything; else one as near to it as a walk from the room's entrance comes. */
export function standable(target: Pose, space: HallSpace, lens: Lens): Pose {
  const at: Point = [target.x, target.z]
  const plan = space.plans.find((one) => isInside(target.x, target.z, outline(one)))
  if (!plan) return entrancePose(space, lens)
  if (isFarFromAll(at, space)) return target
  const [ex, ez] = plan.entrance.at
  moveInto(at, [ex, ez], target.x - ex, target.z - ez, measures.bodyRadius, space.obstacles)
  return { ...target, x: at[0], z: at[1] }
}

/** Whether a body has room there. */
export function isFarFromAll(at: Point, { obstacles }: HallSpace): boolean {
  for (let i = 0; i + 3 < obstacles.length; i += 4) {
    const [ax, az, bx, bz] = [obstacles[i], obstacles[i + 1], obstacles[i + 2], obstacles[i + 3]] as number[]
    const distance = pointDistance(at, [ax ?? 0, az ?? 0], [bx ?? 0, bz ?? 0])
    if (distance < measures.bodyRadius * 0.98) return false
  }
  return true
}

/** At the entrance, looking into the room; in a narrow window turned a little, so that the title on the wall is in view. */
export function entrancePose(space: HallSpace, lens: Lens): Pose {
  const [plan] = space.plans
  if (!plan) return { x: 0, z: 0, yaw: 0, pitch: 0 }
  const { at, facing } = plan.entrance
  return { x: at[0], z: at[1], yaw: facing + turnToTitle(plan, lens), pitch: 0 }
}

/** Radians to turn until the title's ends are in view; 0 where that would be to look away from the room. */
function turnToTitle({ title, entrance, ...plan }: HallSpace['plans'][number], lens: Lens): number {
  const wall = title && plan.walls.find(({ id }) => id === title.wall)
  if (!title || !wall) return 0
  const [x, z] = entrance.at
  const ends = [title.at, title.at + title.width].map((along) =>
    angleTo(entrance.facing, aimAt({ x, z }, pointOnWall(wall, along))),
  )
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const half = Math.atan(Math.tan(lens.fieldOfView / 2) * lens.aspect) * titleShare
  const turn = most - least > 2 * half ? (least + most) / 2 : Math.max(0, most - half) + Math.min(0, least + half)
  return Math.abs(turn) > mostTurn ? 0 : turn
}
