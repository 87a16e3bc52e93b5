import { isInside, outline } from '@/lib/hanging/walls'
import type { HallSpace } from '../hall-works'

export interface EaselPlace {
  x: number
  z: number
  /** It faces this way, radians; 0 looks along -z. */
  yaw: number
}

/** Metres kept free around it, and from where people stand before works. */
const [clearance, fromWorks] = [0.6, 1.3]
/** Metres before the entrance and to its side: first where one sees it on coming in, at the edge of the view, then what corners there are. */
const candidates = [3.8, 4.4, 3, 2.2, 1.6].flatMap((ahead) =>
  [2, -2, 2.4, -2.4, 3.2, -3.2].map((aside) => [ahead, aside] as const),
)

/** A free spot in the first room, in view of who comes in and in nobody's way; null where there is none. */
export function findEaselPlace({ plans, obstacles, works }: HallSpace): EaselPlace | null {
  const [plan] = plans
  if (!plan) return null
  const { at, facing } = plan.entrance
  const room = outline(plan)
  for (const [ahead, aside] of candidates) {
    const x = at[0] - Math.sin(facing) * ahead + Math.cos(facing) * aside
    const z = at[1] - Math.cos(facing) * ahead - Math.sin(facing) * aside
    const isFree =
      isInside(x, z, room) &&
      isClear(obstacles, x, z) &&
      works.every(({ placement }) => Math.hypot(placement.x - x, placement.z - z) > fromWorks)
    if (isFree) return { x, z, yaw: Math.atan2(x - at[0], z - at[1]) }
  }
  return null
}

/** Whether no segment comes nearer than the clearance. */
function isClear(segments: ArrayLike<number>, x: number, z: number): boolean {
  for (let i = 0; i + 3 < segments.length; i += 4) {
    const [ax, az] = [segments[i] as number, segments[i + 1] as number]
    const [dx, dz] = [(segments[i + 2] as number) - ax, (segments[i + 3] as number) - az]
    const length = dx * dx + dz * dz
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (z - az) * dz) / length))
    if (Math.hypot(x - ax - along * dx, z - az - along * dz) < clearance) return false
  }
  return true
}
