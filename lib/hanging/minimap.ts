import { furnitureCorners } from './obstacles'
import type { Placement } from './place-hangings'
import type { Plan, Point } from './plan'
import { type Bounds, boundsOf, pointOnWall, solidStretches } from './walls'

/** Lines and marks in metres, x to the right and z downwards, ready to be drawn. */
export interface Minimap {
  bounds: Bounds
  walls: [Point, Point][]
  /** Outlines of benches and plinths. */
  furniture: Point[][]
  windows: [Point, Point][]
  /** Each work as a short line just inside its wall. */
  works: { id: string; line: [Point, Point] }[]
}

export function minimapOf(plans: Plan[], placements: Placement[]): Minimap {
  return {
    bounds: boundsOf(plans),
    walls: plans.flatMap((plan) =>
      plan.walls.flatMap((wall) =>
        solidStretches(wall).map(([start, end]): [Point, Point] => [pointOnWall(wall, start), pointOnWall(wall, end)]),
      ),
    ),
    furniture: plans.flatMap((plan) => furnitureCorners(plan)),
    windows: plans.flatMap((plan) =>
      plan.walls.flatMap((wall) =>
        wall.windows.map(({ at, width }): [Point, Point] => [pointOnWall(wall, at), pointOnWall(wall, at + width)]),
      ),
    ),
    works: placements.map((placement) => ({ id: placement.hanging.artwork.id, line: markOf(placement) })),
  }
}

function markOf({ x, z, normal: [nx, nz], width }: Placement): [Point, Point] {
  const inside = 0.18
  const half = width / 2
  return [
    [x + nx * inside + nz * half, z + nz * inside - nx * half],
    [x + nx * inside - nz * half, z + nz * inside + nx * half],
  ]
}
