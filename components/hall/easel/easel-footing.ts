import { measures } from '@/lib/hanging/measures'
import type { Point } from '@/lib/hanging/plan'
import { rectangle } from '@/lib/hanging/rectangle'
import type { HallSpace } from '../hall-works'

export interface EaselPlace {
  x: number
  z: number
  /** It faces this way, radians; 0 looks along -z. */
  yaw: number
}

/** What its legs take of the floor, metres: half its width, half its depth, and how far behind its place the middle of that is. */
const foot = { width: 0.45, depth: 0.39, behind: 0.31 } as const
/** A walk round it keeps so much more than a body's width, metres. */
const spare = 0.08

/** The middle of what an easel takes of the floor. */
export function footOf({ x, z, yaw }: EaselPlace): Point {
  return [x + Math.sin(yaw) * foot.behind, z + Math.cos(yaw) * foot.behind]
}

/** The corners of what an easel takes of the floor, grown by `margin` metres. */
export const footCorners = (place: EaselPlace, margin = 0): Point[] =>
  rectangle(footOf(place), foot.width + margin, foot.depth + margin, place.yaw)

/** The easel's sides as nobody walks through them; see Obstacles. */
export const footSides = (corners: Point[]): number[] =>
  corners.flatMap((corner, index) => [...corner, ...(corners[(index + 1) % corners.length] ?? corner)])

/** Points by which one walks round an easel. */
export const roundEasel = (place: EaselPlace): Point[] => footCorners(place, measures.bodyRadius + spare)

interface Visitor {
  readonly pose: { readonly x: number; readonly z: number }
  /** Whether a walk that was planned without the easel is under way. */
  readonly isWalking: boolean
}

/** An easel as something in the way: it is in a hall's obstacles as long as it stands there. */
export interface EaselFooting {
  readonly isStanding: boolean
  /** Stands it there, unless the visitor is in its place or walks; whether it stands. */
  stand(): boolean
  takeAway(): void
}

export function createEaselFooting(space: HallSpace, place: EaselPlace, visitor: Visitor): EaselFooting {
  let without: Pick<HallSpace, 'obstacles' | 'waypoints'> | null = null
  const [x, z] = footOf(place)
  const reach = Math.hypot(foot.width, foot.depth) + measures.bodyRadius + spare
  return {
    get isStanding() {
      return without !== null
    },
    stand() {
      if (without) return true
      // Who is in its place could not take a step any more, and a walk under way would go through it.
      if (visitor.isWalking || Math.hypot(visitor.pose.x - x, visitor.pose.z - z) < reach) return false
      const { obstacles, waypoints } = space
      without = { obstacles, waypoints }
      space.obstacles = Float64Array.from([...obstacles, ...footSides(footCorners(place))])
      space.waypoints = [...waypoints, ...roundEasel(place)]
      return true
    },
    takeAway() {
      if (without) Object.assign(space, without)
      without = null
    },
  }
}
