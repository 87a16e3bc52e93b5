import { type Doorway, doorwaysOf } from './obstacles'
import type { Placement } from './place-hangings'
import type { Plan, Point } from './plan'
import { isInside, outline, wallDirection, wallLength, wallNormal } from './walls'

export interface Ray {
  x: number
  y: number
  z: number
  /** Direction, any length. */
  dx: number
  dy: number
  dz: number
}

export type RayHit =
  | { kind: 'work'; index: number; distance: number }
  | { kind: 'floor'; at: Point; distance: number }
  | { kind: 'door'; plan: number; distance: number }
  | { kind: 'wall'; distance: number }

/**
 * What a ray meets first in a hall: a work (its picture with `margin` metres of frame), the floor, a closed door, or a wall. It passes through
 * doors that lead on.
 */
export function castRay(
  ray: Ray,
  plans: Plan[],
  placements: Placement[],
  doorHeight: number,
  margin = 0.06,
): RayHit | null {
  let best: RayHit | null = null
  const keep = (hit: RayHit) => {
    if (hit.distance > 0 && hit.distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = hit
  }
  const doors = doorwaysOf(plans)
  plans.forEach((plan, index) => {
    hitFloor(ray, plan, keep)
    const mine = doors.filter((door) => door.plan === index)
    hitWalls(ray, plan, index, mine, doorHeight, keep)
  })
  placements.forEach((placement, index) => {
    const [nx, nz] = placement.normal
    const distance = planeDistance(ray, placement.x, placement.z, nx, nz)
    if (distance === null) return
    const along = (ray.x + ray.dx * distance - placement.x) * -nz + (ray.z + ray.dz * distance - placement.z) * nx
    const up = ray.y + ray.dy * distance - placement.y
    const isOn = Math.abs(along) <= placement.width / 2 + margin && Math.abs(up) <= placement.height / 2 + margin
    // A work lies on its wall: in front of it by a hair, so that it wins.
    if (isOn) keep({ kind: 'work', index, distance: distance - 0.001 })
  })
  return best
}

function hitFloor(ray: Ray, plan: Plan, keep: (hit: RayHit) => void): void {
  if (ray.dy >= 0) return
  const distance = -ray.y / ray.dy
  const at: Point = [ray.x + ray.dx * distance, ray.z + ray.dz * distance]
  if (isInside(at[0], at[1], outline(plan))) keep({ kind: 'floor', at, distance })
}

function hitWalls(
  ray: Ray,
  plan: Plan,
  index: number,
  doors: Doorway[],
  doorHeight: number,
  keep: (hit: RayHit) => void,
): void {
  for (const wall of plan.walls) {
    const [nx, nz] = wallNormal(wall)
    const distance = planeDistance(ray, wall.from[0], wall.from[1], nx, nz)
    if (distance === null) continue
    const [ux, uz] = wallDirection(wall)
    const along = (ray.x + ray.dx * distance - wall.from[0]) * ux + (ray.z + ray.dz * distance - wall.from[1]) * uz
    const up = ray.y + ray.dy * distance
    if (along < 0 || along > wallLength(wall) || up < 0 || up > plan.height) continue
    const door = doors.find((one) => one.wall === wall && along > one.at && along < one.at + one.width)
    if (!door || up > doorHeight) keep({ kind: 'wall', distance })
    else if (door.leadsTo === null) keep({ kind: 'door', plan: index, distance })
  }
}

/** Null for a plane seen from behind or from the side. */
function planeDistance(ray: Ray, px: number, pz: number, nx: number, nz: number): number | null {
  const towards = ray.dx * nx + ray.dz * nz
  if (towards >= -1e-9) return null
  return ((px - ray.x) * nx + (pz - ray.z) * nz) / towards
}
