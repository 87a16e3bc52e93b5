import { doorwaysOf } from './obstacles'
import type { Plan } from './plan'
import { pointOnWall } from './walls'

interface Opening {
  leadsTo: number
  ax: number
  az: number
  bx: number
  bz: number
}

export interface Sight {
  /**
   * Marks the rooms of which anything can be seen with 1, all others with 0, from a point in room `from`. `yaw` as in Pose; `left` and `right` are the
   * angles of the view's edges, radians from its middle, both positive. Nothing is allocated.
   */
  see(seen: Uint8Array, from: number, x: number, z: number, yaw: number, left: number, right: number): void
}

/** So near to a door one may stand in it: then the room behind is seen whatever the angles say. Metres. */
const inDoorway = 0.75

/** What can be seen through doors, and doors behind doors: each doorway narrows the view to its own width. Walls reach the ceiling, so the plan decides. */
export function sightOf(plans: Plan[]): Sight {
  const openings = plans.map((): Opening[] => [])
  for (const door of doorwaysOf(plans)) {
    if (door.leadsTo === null) continue
    const [ax, az] = pointOnWall(door.wall, door.at)
    const [bx, bz] = pointOnWall(door.wall, door.at + door.width)
    openings[door.plan]?.push({ leadsTo: door.leadsTo, ax, az, bx, bz })
  }

  function through(
    seen: Uint8Array,
    room: number,
    before: number,
    x: number,
    z: number,
    yaw: number,
    low: number,
    high: number,
    depth: number,
  ): void {
    seen[room] = 1
    if (depth === 0) return
    const doors = openings[room] ?? []
    for (let i = 0; i < doors.length; i++) {
      const { leadsTo, ax, az, bx, bz } = doors[i] as Opening
      if (leadsTo === before) continue
      const mx = (ax + bx) / 2
      const mz = (az + bz) / 2
      if (before < 0 && segmentDistance(x, z, ax, az, bx, bz) < inDoorway) {
        through(seen, leadsTo, room, x, z, yaw, low, high, depth - 1)
        continue
      }
      // Seen from behind its wall a door shows nothing.
      if ((x - ax) * -(bz - az) + (z - az) * (bx - ax) <= 0) continue
      const middle = wrap(Math.atan2(x - mx, z - mz) - yaw)
      const a = wrap(Math.atan2(x - ax, z - az) - yaw - middle)
      const b = wrap(Math.atan2(x - bx, z - bz) - yaw - middle)
      const from = Math.max(low, middle + Math.min(a, b))
      const to = Math.min(high, middle + Math.max(a, b))
      if (from < to) through(seen, leadsTo, room, x, z, yaw, from, to, depth - 1)
    }
  }

  return {
    see(seen, from, x, z, yaw, left, right) {
      seen.fill(0)
      through(seen, from, -1, x, z, yaw, -right, left, plans.length)
    },
  }
}

function wrap(angle: number): number {
  const turn = angle % (2 * Math.PI)
  if (turn > Math.PI) return turn - 2 * Math.PI
  return turn < -Math.PI ? turn + 2 * Math.PI : turn
}

function segmentDistance(x: number, z: number, ax: number, az: number, bx: number, bz: number): number {
  const dx = bx - ax
  const dz = bz - az
  const share = Math.min(1, Math.max(0, ((x - ax) * dx + (z - az) * dz) / (dx * dx + dz * dz)))
  return Math.hypot(x - ax - dx * share, z - az - dz * share)
}
