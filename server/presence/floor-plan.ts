import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import { layOut } from '@/lib/hanging/lay-out'
import { boundsOf, isInside, outline } from '@/lib/hanging/walls'

/** Where one can stand in an exhibition, as far as presence has to know. Lengths are centimetres. */
export interface FloorPlan {
  exhibitionId: string
  /** Index of the gallery room at a point; -1 between rooms. */
  roomAt(x: number, z: number): number
  isWithin(x: number, z: number): boolean
  /** Index of the gallery room that each work hangs in. */
  works: ReadonlyMap<string, number>
}

/** Doorways and the thickness of walls reach beyond the outlines, metres. */
const margin = 1.5

export function floorPlanOf({ id, rooms }: ExhibitionView): FloorPlan {
  const plans = layOut(rooms.map(({ plan }) => plan))
  const outlines = plans.map(outline)
  const bounds = boundsOf(plans)
  const works = rooms.flatMap(({ hangings }, room) =>
    hangings.map(({ artwork }): [string, number] => [artwork.id, room]),
  )
  return {
    exhibitionId: id,
    works: new Map(works),
    roomAt: (x, z) => outlines.findIndex((points) => isInside(x / 100, z / 100, points)),
    isWithin(x, z) {
      const [mx, mz] = [x / 100, z / 100]
      const { minX, minZ, maxX, maxZ } = bounds
      return mx > minX - margin && mx < maxX + margin && mz > minZ - margin && mz < maxZ + margin
    },
  }
}
