import type { DeskRoom } from '@/lib/contracts/desk-hanging'
import { planSchema } from '@/lib/hanging/plan'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { presentStatus } from '@/server/exhibitions/exhibition-card'
import { inWalkingOrder } from '@/server/exhibitions/in-walking-order'
import { type Database, db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { deskHanging, deskHangingSelect } from './read-exhibition'
import { requireRoomAction } from './require-desk-action'

/**
 * A room as the hanging plan shows it.
 *
 * @throws {HouseError} as requireDeskAction
 */
export async function readDeskRoom(roomId: string, viewer: Viewer | null, tx: Database = db): Promise<DeskRoom> {
  requireAccount(viewer)
  const row = await tx.room.findUnique({
    where: { id: roomId },
    include: {
      hangings: { select: deskHangingSelect },
      exhibition: {
        include: { rooms: { orderBy: { position: 'asc' }, select: { id: true, nameEn: true, nameZh: true } } },
      },
    },
  })
  if (!row) fail('not_found')
  const { role, isOwnRoom } = await requireRoomAction(row.exhibitionId, 'look', viewer, tx)
  const { exhibition } = row
  return {
    id: row.id,
    name: { en: row.nameEn, zh: row.nameZh },
    plan: planSchema.parse(row.plan),
    hangings: inWalkingOrder(row.plan, row.hangings.map(deskHanging)),
    exhibition: {
      id: exhibition.id,
      slug: exhibition.slug,
      isOwnRoom,
      title: { en: exhibition.titleEn, zh: exhibition.titleZh },
      status: presentStatus(exhibition, new Date()),
      rooms: exhibition.rooms.map((room) => ({ id: room.id, name: { en: room.nameEn, zh: room.nameZh } })),
    },
    myRole: role,
  }
}
