import type { Bilingual } from '@/lib/contracts/common'
import { layOut } from '@/lib/hanging/lay-out'
import { type Minimap, minimapOf } from '@/lib/hanging/minimap'
import { placeHangings } from '@/lib/hanging/place-hangings'
import { type Point, planSchema } from '@/lib/hanging/plan'
import { boundsOf, outline } from '@/lib/hanging/walls'
import type { Viewer } from '@/server/accounts/viewer'
import { requireDeskAction } from '@/server/desk/require-desk-action'
import { hangingColumns } from '@/server/exhibitions/exhibition-card'
import { db } from '@/server/platform/db'

/** The rooms of an exhibition from above, on one floor, metres. */
export interface HeatPlan {
  map: Minimap
  rooms: { id: string; name: Bilingual; middle: Point; outline: Point[] }[]
  /** Where each work hangs, and the unit vector from it into the room. */
  places: { artworkId: string; at: Point; normal: Point }[]
}

/** The plan on which curators see where people stop. @throws {HouseError} as requireDeskAction */
export async function readHeatPlan(exhibitionId: string, viewer: Viewer | null): Promise<HeatPlan> {
  await requireDeskAction(exhibitionId, 'look', viewer, db)
  const artwork = { select: { id: true, widthCm: true, heightCm: true } } as const
  const rooms = await db.room.findMany({
    where: { exhibitionId },
    orderBy: { position: 'asc' },
    include: { hangings: { select: { ...hangingColumns, artwork } } },
  })
  const plans = layOut(rooms.map(({ plan }) => planSchema.parse(plan)))
  const placements = rooms.flatMap(({ hangings }, index) => {
    const plan = plans[index]
    return plan ? placeHangings(plan, hangings) : []
  })
  return {
    map: minimapOf(plans, placements),
    rooms: rooms.map(({ id, nameEn, nameZh }, index) => {
      const own = plans.slice(index, index + 1)
      const { minX, maxX, minZ, maxZ } = boundsOf(own)
      const middle: Point = [(minX + maxX) / 2, (minZ + maxZ) / 2]
      return { id, name: { en: nameEn, zh: nameZh }, middle, outline: own.flatMap(outline) }
    }),
    places: placements.map(({ hanging, x, z, normal }) => ({ artworkId: hanging.artwork.id, at: [x, z], normal })),
  }
}
