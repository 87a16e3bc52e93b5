import type { DeskExhibition } from '@/lib/contracts/desk'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdExhibition } from './hold-exhibition'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'

/**
 * Puts an exhibition's rooms into the given order, which has to name them all. Sent twice, it is made once.
 *
 * @throws {HouseError} as requireDeskAction; conflict when rooms were added, removed or put into another order than `from` meanwhile
 */
export async function orderRooms(
  { id, from, roomIds }: { id: string; from?: string[]; roomIds: string[] },
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  await db.$transaction(async (tx) => {
    const { curator } = await holdExhibition(id, 'edit', viewer, tx)
    const where = { exhibitionId: id }
    const present = await tx.room.findMany({ where, orderBy: { position: 'asc' }, select: { id: true } })
    const order = present.map((room) => room.id).join()
    if (order === roomIds.join()) return
    if (from && order !== from.join()) fail('conflict')
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
