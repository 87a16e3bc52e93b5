import type { Profile } from '@/lib/hanging/atmosphere'
import type { Rgb } from '@/lib/hanging/colour'
import type { Plan, Wall } from '@/lib/hanging/plan'
import { pointOnWall, stretchesAt, wallDirection, wallLength, wallNormal } from '@/lib/hanging/walls'
import type { FittingsBuilder } from './fittings-builder'

/** Runs a profile along a wall, from `foot` metres above the floor, between its corners (mitred) and openings (cut straight). */
export function addMoulding(
  builder: FittingsBuilder,
  plan: Plan,
  index: number,
  profile: Profile,
  foot: number,
  colour: Rgb,
): void {
  const wall = plan.walls[index] as Wall
  const length = wallLength(wall)
  const before = mitre(plan.walls.at(index - 1) as Wall, wall)
  const after = mitre(wall, plan.walls[(index + 1) % plan.walls.length] as Wall)
  const [nx, nz] = wallNormal(wall)
  for (const [start, end] of stretchesAt(wall, foot + 0.01)) {
    const pieces = Math.max(1, Math.ceil((end - start) / 0.8))
    for (let row = 0; row + 1 < profile.length; row++) {
      const [outA, upA] = profile[row] as [number, number]
      const [outB, upB] = profile[row + 1] as [number, number]
      const size = Math.hypot(outB - outA, upB - upA) || 1
      const [lean, rise] = [(upB - upA) / size, -(outB - outA) / size]
      for (let piece = 0; piece < pieces; piece++) {
        const from = start + ((end - start) * piece) / pieces
        const to = start + ((end - start) * (piece + 1)) / pieces
        const at = (along: number, out: number, up: number): [number, number, number] => {
          const shift = along === 0 ? out * before : along === length ? -out * after : 0
          const [x, z] = pointOnWall(wall, along + shift, out)
          return [x, foot + up, z]
        }
        builder.quad(
          [at(from, outA, upA), at(to, outA, upA), at(to, outB, upB), at(from, outB, upB)],
          colour,
          [nx * lean, rise, nz * lean],
          0.94,
        )
      }
    }
  }
}

/** How far a profile's end moves along the wall per metre that it stands out, where two walls meet. */
function mitre(a: Wall, b: Wall): number {
  const [ax, az] = wallDirection(a)
  const [bx, bz] = wallDirection(b)
  const cross = ax * bz - az * bx
  const dot = ax * bx + az * bz
  return Math.abs(cross) < 1e-6 ? 0 : (1 - dot) / cross
}
