import type { DeskExhibition } from '@/lib/contracts/desk'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdExhibition } from './hold-exhibition'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'

/**
 * Puts an exhibition's rooms into the given order, which has to name them all.
 *
 * @throws {HouseError} as requireDeskAction; conflict when rooms were added or removed meanwhile
 */
export async function orderRooms(
  { id, roomIds }: { id: string; roomIds: string[] },
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  await db.$transaction(async (tx) => {
    const { curator } = await holdExhibition(id, 'edit', viewer, tx)
    const present = await tx.room.findMany({ where: { exhibitionId: id }, select: { id: true } })
    const areAll = new Set(roomIds).size === present.length && present.every((room) => roomIds.includes(room.id))
    if (!areAll || roomIds.length !== present.length) fail('conflict')
    // Below zero first: no two rooms may share a position, not even for a moment.
    for (const [index, roomId] of roomIds.entries()) {
      await tx.room.update({ where: { id: roomId }, data: { position: -1 - index } })
    }
    await tx.$executeRaw`UPDATE "Room" SET "position" = -1 - "position" WHERE "exhibitionId" = ${id}`
    await noteChange({ exhibitionId: id, actorId: curator.id, what: 'rooms-ordered', detail: { roomIds } }, tx)
  })
  return readDeskExhibition(id, viewer)
}
