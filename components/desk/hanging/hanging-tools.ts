import type { HangingDesk } from '@/lib/client/hanging/hanging-desk'
import type { PlacedHanging } from '@/lib/client/hanging/hanging-model'
import { newUuid } from '@/lib/client/new-uuid'
import type { DeskWork } from '@/lib/contracts/desk'
import {
  alignEdges,
  centreOnLine,
  findFreePlace,
  type Hung,
  keepOnWall,
  spaceBetween,
  spaceOnWall,
} from '@/lib/hanging/arrange'
import type { Plan, Wall } from '@/lib/hanging/plan'
import { findWall } from '@/lib/hanging/walls'
import type { Drop } from './use-drag'
import { asHung, wishFor } from './wall-view'

interface ToolsOptions {
  desk: HangingDesk
  plan: Plan
  wall: Wall
  placed: PlacedHanging[]
  chosen: PlacedHanging[]
}

/** What a curator does to works, as acts of the desk. Lengths in metres. */
export function hangingTools({ desk, plan, wall, placed, chosen }: ToolsOptions) {
  const onWall = placed.filter((hanging) => hanging.wall === wall.id)
  /** Tools take what is chosen, or the whole wall. */
  const meant = chosen.length > 0 ? chosen : onWall

  const put = (works: Hung[], hangings: PlacedHanging[]) => {
    const byId = new Map(hangings.map((hanging) => [hanging.id, hanging]))
    desk.act(
      works.flatMap((work) => {
        const hanging = byId.get(work.id)
        return hanging ? [wishFor(hanging, work)] : []
      }),
    )
  }

  const takeOff = (hangings: PlacedHanging[]) =>
    desk.act(hangings.map(({ id, artwork }) => ({ hangingId: id, work: artwork, place: null })))

  return {
    meant,
    onWall,
    onLine: () => put(centreOnLine(plan, meant.map(asHung)), meant),
    align: (side: 'top' | 'bottom') => put(alignEdges(meant.map(asHung), side), meant),
    space: () => {
      const works = chosen.length > 2 ? spaceBetween(chosen.map(asHung)) : spaceOnWall(plan, wall, onWall.map(asHung))
      put(works, chosen.length > 2 ? chosen : onWall)
    },
    takeDown: () => takeOff(chosen),
    takeOff,
    nudge: (dx: number, dy: number) => {
      const moved = chosen.map((hanging) => {
        const on = findWall(plan, hanging.wall) ?? wall
        const work = asHung(hanging)
        return keepOnWall(plan, on, { ...work, along: work.along + dx, centreHeight: work.centreHeight + dy })
      })
      put(moved, chosen)
    },
    place: (hanging: PlacedHanging, { along, centreHeight }: { along: number; centreHeight: number }) => {
      put(
        [keepOnWall(plan, findWall(plan, hanging.wall) ?? wall, { ...asHung(hanging), along, centreHeight })],
        [hanging],
      )
    },
    /** Hangs a work of the depot where it is put, or where there is most room. The id of its hanging; null where there is none. */
    hang: (work: DeskWork, wallId: string, at: { along: number; centreHeight: number } | null): string | null => {
      const place = at ?? freePlaceOn(plan, wallId, placed, work)
      if (!place) return null
      const hangingId = newUuid()
      const { along, centreHeight } = place
      desk.act([{ hangingId, work, place: { wall: wallId, along, centreHeight } }])
      return hangingId
    },
    /** Moves works to another wall, each where there is most room. Those that find none stay, and are answered. */
    toWall: (hangings: PlacedHanging[], wallId: string): PlacedHanging[] => {
      const here = [...placed]
      const stay: PlacedHanging[] = []
      const wishes = hangings.flatMap((hanging) => {
        const place = hanging.wall === wallId ? null : freePlaceOn(plan, wallId, here, hanging.artwork)
        if (!place) {
          if (hanging.wall !== wallId) stay.push(hanging)
          return []
        }
        here.push({ ...hanging, ...place, wall: wallId })
        return [wishFor(hanging, place, wallId)]
      })
      desk.act(wishes)
      return stay
    },
    drop: ({ works }: Drop) => {
      const byId = new Map(placed.map((hanging) => [hanging.id, hanging]))
      const moved = works.flatMap(({ id }) => byId.get(id) ?? [])
      put(works, moved)
    },
  }
}

function freePlaceOn(plan: Plan, wallId: string, placed: PlacedHanging[], work: DeskWork) {
  const wall = findWall(plan, wallId)
  const present = placed.filter((hanging) => hanging.wall === wallId).map(asHung)
  return wall ? findFreePlace(plan, wall, present, work) : null
}
