import type { Plan } from '../plan'
import { isInside, outline, wallLength } from '../walls'
import { quadFormFactor } from './form-factor'
import type { Patches } from './patches'

/** Whether a wall stands between two points of the plan; null in a convex room, where none does. */
export type Blocked = ((x: number, z: number, px: number, pz: number) => boolean) | null

/** Walls reach the ceiling, so the plan alone decides. */
export function blockedIn(plan: Plan): Blocked {
  if (isConvexRoom(plan)) return null
  const polygon = outline(plan)
  return (x, z, px, pz) => {
    for (let step = 1; step < 8; step++) {
      const share = 0.02 + (0.96 * step) / 8
      if (!isInside(x + (px - x) * share, z + (pz - z) * share, polygon)) return true
    }
    return false
  }
}

function isConvexRoom(plan: Plan): boolean {
  return plan.walls.every((wall, index) => {
    const next = plan.walls[(index + 1) % plan.walls.length] ?? wall
    const turn =
      (wall.to[0] - wall.from[0]) * (next.to[1] - next.from[1]) -
      (wall.to[1] - wall.from[1]) * (next.to[0] - next.from[0])
    return turn >= -1e-6 * wallLength(wall)
  })
}

/** Sum over all patches of radiosity times form factor, for the point and normal at `at` of the given arrays; written to `out`. */
export function gatherFrom(
  patches: Patches,
  radiosity: Float32Array,
  blocked: Blocked,
  out: Float32Array,
  at: number,
  points: Float32Array,
  normals: Float32Array,
): void {
  const x = points[at] as number
  const y = points[at + 1] as number
  const z = points[at + 2] as number
  const nx = normals[at] as number
  const ny = normals[at + 1] as number
  const nz = normals[at + 2] as number
  let r = 0
  let g = 0
  let b = 0
  for (let i = 0; i < patches.count; i++) {
    const factor = factorOf(patches, blocked, i, x, y, z, nx, ny, nz)
    if (factor === 0) continue
    r += factor * (radiosity[i * 3] as number)
    g += factor * (radiosity[i * 3 + 1] as number)
    b += factor * (radiosity[i * 3 + 2] as number)
  }
  out[0] = r
  out[1] = g
  out[2] = b
}

/** Share of patch i's radiosity that arrives at a point: exact when it is near, as a small disc when it is far. */
export function factorOf(
  patches: Patches,
  blocked: Blocked,
  i: number,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
): number {
  const j = i * 3
  const dx = (patches.middle[j] as number) - x
  const dy = (patches.middle[j + 1] as number) - y
  const dz = (patches.middle[j + 2] as number) - z
  const towards = dx * nx + dy * ny + dz * nz
  if (towards <= 0.001) return 0
  const px = patches.normal[j] as number
  const py = patches.normal[j + 1] as number
  const pz = patches.normal[j + 2] as number
  const away = -(dx * px + dy * py + dz * pz)
  if (away <= 0.001) return 0
  if (blocked?.(x, z, patches.middle[j] as number, patches.middle[j + 2] as number)) return 0
  const area = patches.area[i] as number
  const square = dx * dx + dy * dy + dz * dz
  if (square < area * 8) return quadFormFactor(patches.corners, i * 12, x, y, z, nx, ny, nz)
  return (towards * away * area) / (square * (Math.PI * square + area))
}
