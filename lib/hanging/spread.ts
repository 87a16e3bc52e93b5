import { measures } from './measures'
import type { Plan, Wall } from './plan'
import { subtract, wallLength } from './walls'

/** Stretches of a wall on which works may hang, [start, end] in metres from its left end: doors, windows and title are taken out. */
export function hangingStretches(plan: Plan, wall: Wall): [number, number][] {
  if (!wall.isHanging) return []
  const holes = [...wall.doors, ...wall.windows].map((opening): [number, number] => [
    opening.at - measures.doorMargin,
    opening.at + opening.width + measures.doorMargin,
  ])
  if (plan.title?.wall === wall.id) holes.push([plan.title.at, plan.title.at + plan.title.width])
  return subtract([0, wallLength(wall)], holes)
}

export interface Spread {
  /** Centres in metres from the wall's left end, in the order of the widths. */
  centres: number[]
  /** The least clear wall left and right of any frame; negative when the works do not fit. */
  gap: number
}

interface Choice {
  gap: number
  /** How many works hang on each stretch. */
  counts: number[]
}

/**
 * Spreads works of the given framed widths (metres) over a wall's stretches from left to right: every stretch is filled evenly,
 * and the works are divided among stretches so that the narrowest gap is as wide as it can be.
 */
export function spread(stretches: [number, number][], widths: number[]): Spread {
  if (widths.length === 0) return { centres: [], gap: Number.POSITIVE_INFINITY }
  const choice = divide(stretches, widths, 0, 0, new Map())
  const centres: number[] = []
  stretches.forEach(([start, end], index) => {
    const mine = widths.slice(centres.length, centres.length + (choice.counts[index] ?? 0))
    const gap = gapOf(end - start, mine)
    let at = start
    for (const width of mine) {
      centres.push(at + gap + width / 2)
      at += gap + width
    }
  })
  return { centres, gap: stretches.length === 0 ? Number.NEGATIVE_INFINITY : choice.gap }
}

function gapOf(length: number, widths: number[]): number {
  if (widths.length === 0) return Number.POSITIVE_INFINITY
  return (length - widths.reduce((sum, width) => sum + width, 0)) / (widths.length + 1)
}

/** Best division of the works from `first` on over the stretches from `stretch` on. */
function divide(
  stretches: [number, number][],
  widths: number[],
  stretch: number,
  first: number,
  known: Map<string, Choice>,
): Choice {
  const present = stretches[stretch]
  if (!present) {
    return { gap: first === widths.length ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY, counts: [] }
  }
  const key = `${stretch}/${first}`
  const before = known.get(key)
  if (before) return before
  let best: Choice = { gap: Number.NEGATIVE_INFINITY, counts: [] }
  const isLast = stretch === stretches.length - 1
  for (let count = isLast ? widths.length - first : 0; count <= widths.length - first; count++) {
    const rest = divide(stretches, widths, stretch + 1, first + count, known)
    const gap = Math.min(gapOf(present[1] - present[0], widths.slice(first, first + count)), rest.gap)
    if (gap > best.gap || best.counts.length === 0) best = { gap, counts: [count, ...rest.counts] }
  }
  known.set(key, best)
  return best
}
