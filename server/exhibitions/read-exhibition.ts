import type { Prisma } from '@/generated/prisma/client'
import { slugSchema } from '@/lib/contracts/common'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import { planSchema } from '@/lib/hanging/plan'
import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { artworkSelect, artworkView } from '@/server/artworks/artwork-view'
import { db } from '@/server/platform/db'
import { cardFields, exhibitionColumns } from './exhibition-card'
import { inWalkingOrder } from './in-walking-order'
import { isOpenNow } from './is-open-now'

/**
 * One exhibition with everything that hangs in it, in walking order. Null where there is none that this person may enter: open
 * ones are for everyone, others for their owner and for curators. Any text may be given as slug.
 */
export async function readExhibition(slug: string, viewer: Viewer | null): Promise<ExhibitionView | null> {
  if (!slugSchema.safeParse(slug).success) return null
  const now = new Date()
  const row = await db.exhibition.findFirst({
    where: { AND: [{ slug }, mayEnter(viewer, now)] },
    select: viewSelect(now),
  })
  return row && exhibitionView(row, now)
}

function mayEnter(viewer: Viewer | null, now: Date): Prisma.ExhibitionWhereInput {
  if (hasRole(viewer, 'CURATOR')) return {}
  return viewer ? { OR: [isOpenNow(now), { ownerId: viewer.id }] } : isOpenNow(now)
}

function viewSelect(now: Date) {
  return {
    ...exhibitionColumns,
    rooms: {
      orderBy: { position: 'asc' },
      select: {
        id: true,
        nameEn: true,
        nameZh: true,
        plan: true,
        hangings: { select: { id: true, wall: true, slot: true, artwork: { select: artworkSelect(now) } } },
      },
    },
  } as const satisfies Prisma.ExhibitionSelect
}

type ViewRow = Prisma.ExhibitionGetPayload<{ select: ReturnType<typeof viewSelect> }>

function exhibitionView(row: ViewRow, now: Date): ExhibitionView {
  const rooms = row.rooms.map((room) => ({
    id: room.id,
    name: { en: room.nameEn, zh: room.nameZh },
    plan: planSchema.parse(room.plan),
    hangings: inWalkingOrder(room.plan, room.hangings).map(({ id, wall, slot, artwork }) => ({
      id,
      wall,
      slot,
      artwork: artworkView(artwork),
    })),
  }))
  const works = rooms.flatMap((room) => room.hangings)
  return { ...cardFields(row, now), workCount: works.length, cover: works[0]?.artwork.picture ?? null, rooms }
}
