import { frontsOf } from './fronts'
import { measures } from './measures'
import { framedWidth } from './place-hangings'
import { type Architecture, type Plan, type PlanInput, type Point, planSchema } from './plan'

export const sides = ['west', 'north', 'east', 'south'] as const
export type Side = (typeof sides)[number]

export interface SideDoor {
  side: Side
  /** Metres from the wall's middle to the door's, to the right as one faces the wall. */
  offset: number
}

export interface RectangularRoom {
  /** Metres, inside: `width` along x, `depth` along z. */
  width: number
  depth: number
  height?: number
  /** The room's middle on the plan; the origin unless said. */
  middle?: Point
  architecture?: Architecture
  wallColour?: string
  /** Metres of the far wall kept for the title, at its left, where one sees it on entering; 0 for none. */
  titleWidth?: number
  doorWidth?: number
  /** The first one is the one by which one enters; the middle of the south wall unless said. */
  doors?: SideDoor[]
  /** Sides that are free for windows, where the architecture has any; its own choice unless said. */
  outerSides?: Side[]
  /** Benches in the middle of the room, along its longer side. */
  benches?: number
}

const defaultDoor: SideDoor = { side: 'south', offset: 0 }

/**
 * A rectangular room, walked clockwise: left wall, far wall, right wall, and the entrance wall last. Wall ids: `west`, `north`, `east`,
 * `south`. What its architecture opens or puts on the floor is in it (fronts.ts).
 */
export function rectangularPlan(room: RectangularRoom): Plan {
  const { width, depth, height = 4, architecture = 'white-cube', doorWidth = 2, doors = [defaultDoor] } = room
  const [mx, mz] = room.middle ?? [0, 0]
  const [x, z] = [width / 2, depth / 2]
  const corners: Record<Side, [Point, Point]> = {
    west: [
      [mx - x, mz + z],
      [mx - x, mz - z],
    ],
    north: [
      [mx - x, mz - z],
      [mx + x, mz - z],
    ],
    east: [
      [mx + x, mz - z],
      [mx + x, mz + z],
    ],
    south: [
      [mx + x, mz + z],
      [mx - x, mz + z],
    ],
  }
  const lengthOf = (side: Side) => (side === 'north' || side === 'south' ? width : depth)
  const fronts = frontsOf({ width, depth, height, middle: [mx, mz], architecture, outerSides: room.outerSides })
  const plan: PlanInput = {
    architecture,
    height,
    walls: sides.map((side) => ({
      id: side,
      from: corners[side][0],
      to: corners[side][1],
      doors: doors
        .filter((door) => door.side === side)
        .map((door) => ({ at: lengthOf(side) / 2 + door.offset - doorWidth / 2, width: doorWidth }))
        .sort((a, b) => a.at - b.at),
      windows: fronts.windows[side] ?? [],
      isHanging: fronts.windows[side] === undefined,
    })),
    entrance: entranceBy(doors[0] ?? defaultDoor, [mx, mz], [x, z], fronts.turn),
    wallColour: room.wallColour,
    benches: benchesFor(width, depth, room.benches ?? (width * depth > 140 ? 2 : 1), [mx, mz]),
    plinths: fronts.plinths,
    title: titleFor(width, room.titleWidth ?? 2.6, doorWidth, doors),
  }
  return planSchema.parse(plan)
}

/** A step inside a door, looking into the room; `turn` lets the eye fall on what the room opens to. */
function entranceBy(door: SideDoor, [mx, mz]: Point, [x, z]: Point, turn: number): PlanInput['entrance'] {
  const step = 1.1
  const { offset } = door
  if (door.side === 'south') return { at: [mx - offset, mz + z - step], facing: turn }
  if (door.side === 'north') return { at: [mx + offset, mz - z + step], facing: Math.PI }
  if (door.side === 'west') return { at: [mx - x + step, mz - offset], facing: -Math.PI / 2 }
  return { at: [mx + x - step, mz + offset], facing: Math.PI / 2 }
}

/** At the left of the far wall, and clear of a door in it; a wall too narrow for letters has none. */
function titleFor(width: number, wished: number, doorWidth: number, doors: SideDoor[]): PlanInput['title'] {
  const far = doors.filter((door) => door.side === 'north').map((door) => width / 2 + door.offset - doorWidth / 2)
  const most = Math.min(width - 0.8, ...far.map((left) => left - measures.doorMargin - 0.4))
  const titleWidth = Math.min(wished, most)
  if (titleWidth < 1.2) return undefined
  return { wall: 'north', at: Math.min(0.7, (Math.min(width, ...far) - titleWidth) / 2), width: titleWidth }
}

function benchesFor(width: number, depth: number, count: number, [mx, mz]: Point): PlanInput['benches'] {
  const isDeep = depth > width
  const step = (Math.max(width, depth) * 0.8) / (count + 1)
  return Array.from({ length: count }, (_, index) => {
    // A little towards the far end: the entrance stays open.
    const offset = (index + 1) * step - Math.max(width, depth) * (isDeep ? 0.5 : 0.4)
    return isDeep
      ? { at: [mx, mz + offset], length: 1.8, turn: Math.PI / 2 }
      : { at: [mx + offset, mz], length: 1.8, turn: 0 }
  })
}

export interface RoomWish extends Omit<RectangularRoom, 'width' | 'depth' | 'middle'> {
  /** Clear wall wanted beside each frame, metres. */
  gap?: number
}

/** Metres that an architecture adds to a room's height, and the least it wants. */
const heights: Record<Architecture, { more: number; least: number }> = {
  'white-cube': { more: 0, least: 3.6 },
  salon: { more: 1, least: 4.9 },
  loft: { more: 0.6, least: 4.3 },
  'dark-room': { more: 0, least: 3.6 },
  pavilion: { more: -0.1, least: 3.6 },
}

/**
 * Size of a room just large enough for the given works (centimetres, without frame) to hang with space to breathe; about 4 : 5 in plan and
 * entered from a short side, so that one looks along it.
 */
export function sizeForWorks(
  widthsCm: number[],
  wish: RoomWish = {},
): { width: number; depth: number; height: number } {
  const { gap = 1.1, titleWidth = 2.6, doorWidth = 2, architecture = 'white-cube', doors = [defaultDoor] } = wish
  const works = widthsCm.reduce((sum, width) => sum + framedWidth(width) + gap, 0)
  const widest = Math.max(0, ...widthsCm.map((width) => width / 100))
  // A further door cuts a wall in two, and each piece wants its own clear ends.
  const passages = doors.length * (doorWidth + 2 * measures.doorMargin) + (doors.length - 1) * 1.6 * gap
  const wall = works + 4 * gap + titleWidth + passages
  const glass = frontsOf({ width: 9, depth: 11, height: 5, middle: [0, 0], architecture, outerSides: wish.outerSides })
  // A side that is all windows bears no works: the others have to.
  const longSides = 2 - Number('west' in glass.windows) - Number('east' in glass.windows)
  const width = clamp(wall / (2 + 1.25 * longSides), Math.max(6, widest + 2), 60)
  const depth = clamp((wall - 2 * width) / Math.max(1, longSides), Math.max(7, titleWidth + 3), 80)
  const { more, least } = heights[architecture]
  const height = wish.height ?? clamp(3.2 + more + Math.sqrt(width * depth) * 0.09, least, 7)
  return { width: round(width), depth: round(depth), height: round(height) }
}

/** A room to the measure of its works (centimetres, without frame), around the origin. */
export function planForWorks(widthsCm: number[], wish: RoomWish = {}): Plan {
  return rectangularPlan({ ...wish, ...sizeForWorks(widthsCm, wish) })
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
const round = (metres: number) => Math.ceil(metres * 10) / 10
