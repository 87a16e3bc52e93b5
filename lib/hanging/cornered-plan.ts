import { type Architecture, type Plan, type Point, planSchema } from './plan'
import { wallDirection, wallLength, wallNormal } from './walls'

export interface CorneredRoom {
  /** Metres, clockwise on the plan: the room lies on the right hand of whoever walks from one to the next. */
  corners: Point[]
  height: number
  architecture?: Architecture
  /** The wall by whose middle one comes in, counted from 0: the nth goes from the nth corner to the next, and is called `wall-n` from 1. */
  entrance: number
  /** The wall that bears the exhibition's title at its left; none unless said. */
  title?: number
  benches?: Plan['benches']
}

const doorWidth = 2
const titleWidth = 2.6
/** A step inside the door. */
const step = 1.1

/** A room of any corners: with a wing, a niche, or more than four walls. */
export function corneredPlan(room: CorneredRoom): Plan {
  const { corners, entrance, title, architecture = 'white-cube', height, benches = [] } = room
  const walls = corners.map((from, index) => ({
    ...{ id: `wall-${index + 1}`, from, to: corners[(index + 1) % corners.length] ?? from },
    ...{ doors: [] as { at: number; width: number }[], windows: [], isHanging: true },
  }))
  const front = walls[entrance]
  if (!front) throw new RangeError(`there is no wall ${entrance}`)
  const middle = wallLength(front) / 2
  front.doors.push({ at: middle - doorWidth / 2, width: doorWidth })
  const [[dx, dz], [nx, nz]] = [wallDirection(front), wallNormal(front)]
  const at: Point = [front.from[0] + dx * middle + nx * step, front.from[1] + dz * middle + nz * step]
  return planSchema.parse({
    architecture,
    height,
    walls,
    entrance: { at, facing: Math.atan2(-nx, -nz) },
    benches,
    ...(title !== undefined && { title: { wall: `wall-${title + 1}`, at: 0.7, width: titleWidth } }),
  })
}
