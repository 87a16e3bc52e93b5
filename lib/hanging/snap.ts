import { edges, type Hung } from './arrange'
import { measures } from './measures'
import { framedWidth } from './place-hangings'
import type { Wall } from './plan'
import { wallLength } from './walls'

export interface Snap {
  along: number
  centreHeight: number
  /** Lines that the work was drawn to, for showing: metres from the wall's left end, and from the floor. */
  vertical: number | null
  horizontal: number | null
}

interface Line {
  /** Where the work's middle comes to lie. */
  at: number
  /** What is shown. */
  guide: number
}

/**
 * Draws a work that is being moved to what is near: the line at 1.5 m and the edges and centres of the others in height; the middle of the
 * wall, equal gaps to both neighbours, the gap that the neighbours keep, and edges above each other along the wall. What nothing is near
 * to goes to the full centimetre.
 *
 * @param reach how near is near, metres
 */
export function snapToOthers(wall: Wall, others: Hung[], moved: Hung, reach: number): Snap {
  const height = nearest(moved.centreHeight, heights(others, moved), reach)
  const along = nearest(moved.along, positions(wall, others, moved), reach)
  const toCentimetre = (metres: number) => Math.round(metres * 100) / 100
  return {
    along: along?.at ?? toCentimetre(moved.along),
    centreHeight: height?.at ?? toCentimetre(moved.centreHeight),
    vertical: along?.guide ?? null,
    horizontal: height?.guide ?? null,
  }
}

function nearest(value: number, lines: Line[], reach: number): Line | null {
  let best: Line | null = null
  for (const line of lines) {
    const distance = Math.abs(line.at - value)
    if (distance <= reach && distance < Math.abs((best?.at ?? Number.POSITIVE_INFINITY) - value)) best = line
  }
  return best
}

function heights(others: Hung[], moved: Hung): Line[] {
  const half = moved.heightCm / 200
  const of = (other: Hung): Line[] => {
    const { top, bottom } = edges(other)
    return [
      { at: other.centreHeight, guide: other.centreHeight },
      { at: top - half, guide: top },
      { at: bottom + half, guide: bottom },
    ]
  }
  return [{ at: measures.centreHeight, guide: measures.centreHeight }, ...others.flatMap(of)]
}

function positions(wall: Wall, others: Hung[], moved: Hung): Line[] {
  const half = moved.widthCm / 200
  const middle = wallLength(wall) / 2
  const lines: Line[] = [{ at: middle, guide: middle }]
  for (const other of others) {
    const { left, right } = edges(other)
    lines.push(
      { at: other.along, guide: other.along },
      { at: left + half, guide: left },
      { at: right - half, guide: right },
    )
  }
  return [...lines, ...equalGaps(others, moved)]
}

/** Between two neighbours with the same gap to both, or beyond a pair with the gap that the pair keeps. */
function equalGaps(others: Hung[], moved: Hung): Line[] {
  const mine = framedWidth(moved.widthCm) / 2
  const framed = others
    .map(({ along, widthCm }) => ({ left: along - framedWidth(widthCm) / 2, right: along + framedWidth(widthCm) / 2 }))
    .sort((a, b) => a.left - b.left)
  return framed.flatMap((one, index) => {
    const next = framed[index + 1]
    if (!next || next.left <= one.right) return []
    const gap = next.left - one.right
    const between = (one.right + next.left) / 2
    const beyond = [next.right + gap + mine, one.left - gap - mine]
    const lines = beyond.map((at): Line => ({ at, guide: at }))
    return gap >= 2 * mine ? [...lines, { at: between, guide: between }] : lines
  })
}
