import { doOverlap, framedRectangle, keptClear, type Rectangle } from './check-hanging'
import { measures } from './measures'
import { framedWidth, standardCentre } from './place-hangings'
import type { Plan, Wall } from './plan'
import { hangingStretches, spread } from './spread'
import { subtract, wallLength } from './walls'

/** A work on a wall that is being hung: metres to its middle from the wall's left end and from the floor, and its size in centimetres. */
export interface Hung {
  id: string
  along: number
  centreHeight: number
  widthCm: number
  heightCm: number
}

const half = (cm: number) => cm / 200

/** Edges of a work without its frame, metres. */
export const edges = ({ along, centreHeight, widthCm, heightCm }: Omit<Hung, 'id'>) => ({
  left: along - half(widthCm),
  right: along + half(widthCm),
  bottom: centreHeight - half(heightCm),
  top: centreHeight + half(heightCm),
})

/** Rounded to a millimetre, as places are kept. */
export const toMillimetre = (metres: number) => Math.round(metres * 1000) / 1000

/** All centres at 1.5 m, or as near as floor and ceiling let them. */
export function centreOnLine<H extends Hung>(plan: Plan, works: H[]): H[] {
  return works.map((work) => ({
    ...work,
    centreHeight: toMillimetre(standardCentre(work.heightCm / 100, plan.height)),
  }))
}

/** All upper (or lower) edges at the height of the highest (or lowest). */
export function alignEdges<H extends Hung>(works: H[], side: 'top' | 'bottom'): H[] {
  const ends = works.map((work) => edges(work)[side])
  const edge = side === 'top' ? Math.max(...ends) : Math.min(...ends)
  return works.map((work) => {
    const centre = side === 'top' ? edge - half(work.heightCm) : edge + half(work.heightCm)
    return { ...work, centreHeight: toMillimetre(centre) }
  })
}

/** Equal clear wall between frames, from the leftmost to the rightmost, which stay where they are. */
export function spaceBetween<H extends Hung>(works: H[]): H[] {
  const inOrder = [...works].sort((a, b) => a.along - b.along)
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last || inOrder.length < 3) return works
  const widths = inOrder.map((work) => framedWidth(work.widthCm))
  const whole = last.along - first.along + ((widths[0] ?? 0) + (widths.at(-1) ?? 0)) / 2
  const gap = (whole - widths.reduce((sum, width) => sum + width, 0)) / (inOrder.length - 1)
  let at = first.along - (widths[0] ?? 0) / 2
  return inOrder.map((work, index) => {
    const width = widths[index] ?? 0
    const along = toMillimetre(at + width / 2)
    at += width + gap
    return { ...work, along }
  })
}

/** All works of a wall in their order, spread over it with equal gaps, clear of doors and title. */
export function spaceOnWall<H extends Hung>(plan: Plan, wall: Wall, works: H[]): H[] {
  const inOrder = [...works].sort((a, b) => a.along - b.along)
  const { centres } = spread(
    hangingStretches(plan, wall),
    inOrder.map((work) => framedWidth(work.widthCm)),
  )
  return inOrder.map((work, index) => ({ ...work, along: toMillimetre(centres[index] ?? work.along) }))
}

/**
 * Where one more work goes on a wall: into the first free stretch from the left that leaves the usual gap on both sides, next to what is
 * before it; else into the middle of the widest that it fits at all. Null where it would touch another work, a door or the title.
 */
export function findFreePlace(
  plan: Plan,
  wall: Wall,
  present: Hung[],
  { widthCm, heightCm }: Pick<Hung, 'widthCm' | 'heightCm'>,
): { along: number; centreHeight: number } | null {
  const centreHeight = standardCentre(heightCm / 100, plan.height)
  const band: Rectangle = [-1, wallLength(wall) + 1, centreHeight - heightCm / 200, centreHeight + heightCm / 200]
  const taken = [
    ...keptClear(plan, wall),
    ...present.map((work) => {
      const [width, height] = [work.widthCm / 100, work.heightCm / 100]
      return framedRectangle({ along: work.along, y: work.centreHeight, width, height })
    }),
  ].filter((rectangle) => doOverlap(rectangle, band))
  const holes = taken
    .map(([left, right]): [number, number] => [left, right])
    .filter(([left, right]) => left < wallLength(wall) && right > 0)
  const free = wall.isHanging ? subtract([0, wallLength(wall)], holes) : []
  const width = framedWidth(widthCm)
  const at = (along: number) => ({ along: toMillimetre(along), centreHeight: toMillimetre(centreHeight) })
  const roomy = free.find(([start, end]) => end - start >= width + 2 * measures.leastGap)
  if (roomy) return at(roomy[0] + measures.leastGap + width / 2)
  const [widest] = free.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))
  return widest && widest[1] - widest[0] >= width ? at((widest[0] + widest[1]) / 2) : null
}

/** Keeps a work within the wall's ends, floor and ceiling, as far as it fits. */
export function keepOnWall(plan: Plan, wall: Wall, work: Hung): Hung {
  const clamp = (value: number, low: number, high: number) =>
    low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value))
  const [w, h] = [half(work.widthCm) + measures.frameAllowance, half(work.heightCm) + measures.frameAllowance]
  const along = clamp(work.along, w, wallLength(wall) - w)
  const centreHeight = clamp(work.centreHeight, h, plan.height - h)
  return { ...work, along: toMillimetre(along), centreHeight: toMillimetre(centreHeight) }
}
