import type { Architecture, PlanInput, PlanWindow, Point } from './plan'
import type { Side } from './rectangular-plan'

interface Shell {
  width: number
  depth: number
  height: number
  middle: Point
  architecture: Architecture
  outerSides?: Side[]
}

/** What an architecture opens in a rectangular room and puts on its floor. */
export interface Fronts {
  /** Sides that are windows; works hang on the others. */
  windows: Partial<Record<Side, PlanWindow[]>>
  plinths: NonNullable<PlanInput['plinths']>
  /** Where one looks on entering, radians to the left. */
  turn: number
}

/** A loft has tall windows on one side, a pavilion a front of glass; a salon has a vessel in each of its far corners. */
export function frontsOf(shell: Shell): Fronts {
  const { architecture, width, depth, middle, outerSides = ['east', 'west'] } = shell
  const [x, z] = [width / 2 - 0.5, depth / 2 - 0.5]
  const plinth = (dx: number, dz: number, size: number, height: number) => ({
    at: [middle[0] + dx, middle[1] + dz] satisfies Point,
    size,
    height,
  })
  if (architecture === 'salon') {
    return { windows: {}, plinths: [plinth(-x, -z, 0.36, 1.05), plinth(x, -z, 0.36, 1.05)], turn: 0 }
  }
  const side = (['east', 'west'] as const).find((one) => outerSides.includes(one))
  if (!side || (architecture !== 'loft' && architecture !== 'pavilion')) return { windows: {}, plinths: [], turn: 0 }
  const turn = side === 'east' ? -0.16 : 0.16
  if (architecture === 'pavilion') {
    return { windows: { [side]: glassFront(shell) }, plinths: [plinth(side === 'east' ? -x : x, -z, 0.5, 0.5)], turn }
  }
  return { windows: { [side]: factoryWindows(shell) }, plinths: [], turn }
}

/** One pane from floor to ceiling but for a hand's breadth of wall at either end. */
function glassFront({ depth, height }: Shell): PlanWindow[] {
  return [{ at: 0.35, width: depth - 0.7, sill: 0.06, head: height - 0.3 }]
}

/** Bays of about three metres with a pier of brick between them. */
function factoryWindows({ depth, height }: Shell): PlanWindow[] {
  const pier = 0.62
  const bays = Math.max(1, Math.min(12, Math.round((depth - pier) / 3.2)))
  const width = (depth - pier * (bays + 1)) / bays
  return Array.from({ length: bays }, (_, bay) => ({
    at: pier + bay * (width + pier),
    width,
    sill: 0.85,
    head: height - 0.75,
  }))
}
