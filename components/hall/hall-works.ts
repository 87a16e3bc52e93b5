import type { ArtworkView } from '@/lib/contracts/artworks'
import type { ExhibitionView, HangingView, RoomView } from '@/lib/contracts/exhibitions'
import { waypointsOf } from '@/lib/hanging/find-path'
import { layOut } from '@/lib/hanging/lay-out'
import { measures } from '@/lib/hanging/measures'
import { type Obstacles, obstaclesOf } from '@/lib/hanging/obstacles'
import { type Placement, placeHangings } from '@/lib/hanging/place-hangings'
import type { Plan, Point } from '@/lib/hanging/plan'
import { isInside, outline } from '@/lib/hanging/walls'

/** A work where it hangs; `index` counts through the whole exhibition in walking order. */
export interface HallWork {
  index: number
  room: number
  artwork: ArtworkView
  placement: Placement<HangingView>
}

export interface HallRoom {
  view: RoomView
  plan: Plan
  works: HallWork[]
}

/** An exhibition laid out: everything that the hall knows of space, and no graphics. */
export interface HallSpace {
  rooms: HallRoom[]
  plans: Plan[]
  works: HallWork[]
  placements: Placement<HangingView>[]
  obstacles: Obstacles
  waypoints: Point[]
}

export function spaceOf(exhibition: ExhibitionView): HallSpace {
  const plans = layOut(exhibition.rooms.map((room) => room.plan))
  const works: HallWork[] = []
  const rooms = exhibition.rooms.map((view, room): HallRoom => {
    const plan = plans[room] ?? view.plan
    const mine = placeHangings(plan, view.hangings).map((placement): HallWork => {
      const work = { index: works.length, room, artwork: placement.hanging.artwork, placement }
      works.push(work)
      return work
    })
    return { view, plan, works: mine }
  })
  return {
    rooms,
    plans,
    works,
    placements: works.map((work) => work.placement),
    obstacles: obstaclesOf(plans),
    waypoints: waypointsOf(plans, measures.bodyRadius),
  }
}

/** The room that a point of the floor lies in; -1 between rooms. */
export const roomAt = ({ plans }: HallSpace, { x, z }: { x: number; z: number }): number =>
  plans.findIndex((plan) => isInside(x, z, outline(plan)))
