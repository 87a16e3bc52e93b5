import { areApart, outlook } from './are-apart'
import { doorPlaces, doorWidth } from './door-places'
import { layOut } from './lay-out'
import { measures } from './measures'
import { type OpenedRoom, openWall } from './open-wall'
import type { Hanging } from './place-hangings'
import type { Plan, Point, Wall } from './plan'
import { type RectangularRoom, rectangularPlan, type Side } from './rectangular-plan'
import { boundsOf, pointOnWall, wallNormal } from './walls'

export interface FurnishedRoom {
  plan: Plan
  /** In walking order. */
  hangings: Hanging[]
}

export interface Adjoined {
  room: Plan
  /** The room that it opens from, as it is with its new door; null where no wall was free, and the room stands alone. */
  neighbour: ({ index: number } & OpenedRoom) | null
}

type Wish = Omit<RectangularRoom, 'doors' | 'middle' | 'doorWidth' | 'outerSides'>

/**
 * A room more, joined by a door to the last of the others that has a wall for one: first the wall across from where one looks on entering, then
 * those at its sides. A door takes no place from what a curator put there, stands in nobody's way, and the new room blocks no window. What hangs by
 * slots moves together; where one wall has no room for that, all works of the room are hung anew in their order, unless a curator put one of them
 * somewhere. `size` is asked for the new room's measures, since they depend on the side by which one comes in.
 */
export function adjoin(
  present: FurnishedRoom[],
  size: (doors: RectangularRoom['doors'], outer: Side[]) => Wish,
): Adjoined {
  const plans = layOut(present.map(({ plan }) => plan))
  for (let index = plans.length - 1; index >= 0; index--) {
    const [plan, hangings] = [plans[index] as Plan, present[index]?.hangings ?? []]
    for (const mayRehang of [false, true]) {
      for (const { wall, side } of wallsToTry(plan)) {
        const doors = [{ side: opposite[side], offset: 0 }]
        const outerSides = (['east', 'west'] as const).filter((one) => one !== opposite[side])
        const wish = { ...size(doors, outerSides), doors, outerSides, doorWidth }
        for (const at of doorPlaces(plan, wall)) {
          const opened = openWall(plan, wall, at, hangings, mayRehang)
          const room = opened && rectangularPlan({ ...wish, middle: behind(wall, at + doorWidth / 2, wish) })
          if (room && plans.every((other) => areApart(room, other))) return { room, neighbour: { index, ...opened } }
        }
      }
    }
  }
  return { room: standingAlone(plans, size(undefined, ['east', 'west'])), neighbour: null }
}

const opposite: Record<Side, Side> = { north: 'south', south: 'north', east: 'west', west: 'east' }
const preferred: Side[] = ['north', 'east', 'west', 'south']

/** Walls along the plan's axes that can take a door, by the side of the room on which they lie. */
function wallsToTry(plan: Plan): { wall: Wall; side: Side }[] {
  return plan.walls
    .filter((wall) => wall.windows.length === 0)
    .flatMap((wall) => {
      const side = sideOf(wall)
      return side ? [{ wall, side }] : []
    })
    .sort((a, b) => preferred.indexOf(a.side) - preferred.indexOf(b.side))
}

function sideOf(wall: Wall): Side | null {
  const [x, z] = wallNormal(wall)
  if (Math.abs(x) < 0.001) return z > 0 ? 'north' : 'south'
  if (Math.abs(z) < 0.001) return x > 0 ? 'west' : 'east'
  return null
}

/** The middle of a room whose door's middle lies behind the point `along` of a wall. */
function behind(wall: Wall, along: number, { width, depth }: Wish): Point {
  const [nx] = wallNormal(wall)
  const half = Math.abs(nx) > 0.5 ? width / 2 : depth / 2
  return pointOnWall(wall, along, -(measures.partition + half))
}

function standingAlone(plans: Plan[], wish: Wish): Plan {
  if (plans.length === 0) return rectangularPlan(wish)
  return rectangularPlan({ ...wish, middle: [boundsOf(plans).maxX + outlook + wish.width / 2, 0] })
}
