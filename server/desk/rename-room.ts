import type { z } from 'zod'
import type { DeskExhibition, renameRoomBodySchema } from '@/lib/contracts/desk'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdRoom } from './hold-room'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'

type Names = z.output<typeof renameRoomBodySchema>

/**
 * Names a room, unless somebody else did since it was seen.
 *
 * @throws {HouseError} as requireDeskAction; conflict
 */
export async function renameRoom(
  { id, from, to }: { id: string } & Names,
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  const exhibitionId = await db.$transaction(async (tx) => {
    const { curator, exhibitionId } = await holdRoom(id, 'edit', viewer, tx)
    const { count } = await tx.room.updateMany({ where: { id, ...from }, data: to })
    if (count === 0) fail('conflict')
    await noteChange({ exhibitionId, actorId: curator.id, what: 'room-named', detail: { roomId: id } }, tx)
    return exhibitionId
  })
  return readDeskExhibition(exhibitionId, viewer)
}
