import { measures } from './measures'
import { framedWidth } from './place-hangings'
import { type Architecture, type Plan, type PlanInput, planSchema } from './plan'

export interface RectangularRoom {
  /** Metres, inside: `width` along x, `depth` along z. */
  width: number
  depth: number
  height?: number
  architecture?: Architecture
  wallColour?: string
  /** Metres of the far wall kept for the title, at its left, where one sees it on entering; 0 for none. */
  titleWidth?: number
  /** Width of the door by which one enters, in the middle of the south wall. */
  doorWidth?: number
  /** Benches in the middle of the room, along its longer side. */
  benches?: number
}

/**
 * A rectangular room around the origin, entered from the south (+z) and walked clockwise: left wall, far wall, right wall, and the
 * entrance wall last. Wall ids: `west`, `north`, `east`, `south`.
 */
export function rectangularPlan(room: RectangularRoom): Plan {
  const { width, depth, height = 4, architecture = 'white-cube', titleWidth = 2.6, doorWidth = 2 } = room
  const [x, z] = [width / 2, depth / 2]
  const plan: PlanInput = {
    architecture,
    height,
    walls: [
      { id: 'west', from: [-x, z], to: [-x, -z] },
      { id: 'north', from: [-x, -z], to: [x, -z] },
      { id: 'east', from: [x, -z], to: [x, z] },
      { id: 'south', from: [x, z], to: [-x, z], doors: [{ at: (width - doorWidth) / 2, width: doorWidth }] },
    ],
    entrance: { at: [0, z - 1.1], facing: 0 },
    wallColour: room.wallColour,
    benches: benchesFor(width, depth, room.benches ?? (width * depth > 140 ? 2 : 1)),
    title:
      titleWidth > 0 ? { wall: 'north', at: Math.min(0.7, (width - titleWidth) / 2), width: titleWidth } : undefined,
  }
  return planSchema.parse(plan)
}

function benchesFor(width: number, depth: number, count: number): PlanInput['benches'] {
  const isDeep = depth > width
  const step = (Math.max(width, depth) * 0.8) / (count + 1)
  return Array.from({ length: count }, (_, index) => {
    // A little towards the far end: the entrance stays open.
    const offset = (index + 1) * step - Math.max(width, depth) * (isDeep ? 0.5 : 0.4)
    return { at: isDeep ? [0, offset] : [offset, 0], length: 1.8, turn: isDeep ? Math.PI / 2 : 0 }
  })
}

export interface RoomWish extends Omit<RectangularRoom, 'width' | 'depth'> {
  /** Clear wall wanted beside each frame, metres. */
  gap?: number
}

/**
 * A room just large enough for the given works (centimetres, without frame) to hang with space to breathe; 4 : 5 in plan and entered from
 * a short side, so that one looks along it.
 */
export function planForWorks(widthsCm: number[], wish: RoomWish = {}): Plan {
  const { gap = 1.1, titleWidth = 2.6, doorWidth = 2 } = wish
  const works = widthsCm.reduce((sum, width) => sum + framedWidth(width) + gap, 0)
  const widest = Math.max(0, ...widthsCm.map((width) => width / 100))
  const perimeter = works + 4 * gap + titleWidth + doorWidth + 2 * measures.doorMargin
  const width = clamp((perimeter / 2) * (4 / 9), Math.max(6, widest + 2), 60)
  const depth = clamp(perimeter / 2 - width, Math.max(7, titleWidth + 3), 80)
  const height = wish.height ?? clamp(3.2 + Math.sqrt(width * depth) * 0.09, 3.6, 6)
  return rectangularPlan({ ...wish, width: round(width), depth: round(depth), height: round(height) })
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
const round = (metres: number) => Math.ceil(metres * 10) / 10
