import type { Plan, Point } from './plan'
import { type Bounds, boundsOf } from './walls'

/** Rooms this much into each other count as drawn each for itself, metres. */
const overlap = 0.05
const apart = 3

/**
 * Puts the rooms of one exhibition on one floor. Rooms drawn on common coordinates stay where they are, and doors that meet
 * lead from one to the other; a room that would lie on another one is moved aside, and is reached by list, map or next work.
 */
export function layOut(plans: Plan[]): Plan[] {
  const placed: Plan[] = []
  for (const plan of plans) {
    const own = boundsOf([plan])
    const isFree = placed.every((other) => !overlaps(own, boundsOf([other])))
    placed.push(isFree ? plan : shift(plan, boundsOf(placed).maxX + apart - own.minX, 0))
  }
  return placed
}

function overlaps(a: Bounds, b: Bounds): boolean {
  return (
    a.minX < b.maxX - overlap && b.minX < a.maxX - overlap && a.minZ < b.maxZ - overlap && b.minZ < a.maxZ - overlap
  )
}

function shift(plan: Plan, dx: number, dz: number): Plan {
  const by = ([x, z]: Point): Point => [x + dx, z + dz]
  return {
    ...plan,
    walls: plan.walls.map((wall) => ({ ...wall, from: by(wall.from), to: by(wall.to) })),
    entrance: { ...plan.entrance, at: by(plan.entrance.at) },
    benches: plan.benches.map((bench) => ({ ...bench, at: by(bench.at) })),
    plinths: plan.plinths.map((plinth) => ({ ...plinth, at: by(plinth.at) })),
  }
}
