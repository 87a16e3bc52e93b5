import { measures } from './measures'
import { framedWidth } from './place-hangings'
import type { Plan } from './plan'
import { hangingStretches, spread } from './spread'

/**
 * Hangs works in the given order along the walls, wall after wall, each wall taking its share of the whole length. Null where the room is
 * too small for them all.
 */
export function hangInOrder(plan: Plan, widthsCm: number[]): { wall: string; slot: number }[] | null {
  const walls = plan.walls.map((wall) => ({ id: wall.id, stretches: hangingStretches(plan, wall) }))
  // The widest common gap that still takes every work is found by halving: a wider gap leaves fewer works on each wall.
  let best = fill(walls, widthsCm, measures.leastGap)
  if (!best) return null
  let low: number = measures.leastGap
  let high = 12
  for (let round = 0; round < 24; round++) {
    const middle = (low + high) / 2
    const hung = fill(walls, widthsCm, middle)
    if (hung) best = hung
    if (hung) low = middle
    else high = middle
  }
  return best
}

function fill(
  walls: { id: string; stretches: [number, number][] }[],
  widthsCm: number[],
  gap: number,
): { wall: string; slot: number }[] | null {
  const hung: { wall: string; slot: number }[] = []
  for (const wall of walls) {
    let taken = 0
    while (hung.length < widthsCm.length) {
      const mine = widthsCm.slice(hung.length - taken, hung.length + 1).map(framedWidth)
      if (spread(wall.stretches, mine).gap < gap) break
      hung.push({ wall: wall.id, slot: taken })
      taken++
    }
  }
  return hung.length === widthsCm.length ? hung : null
}
