import type { DeskExhibition } from '@/lib/contracts/desk'
import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { presentStatus } from '@/server/exhibitions/exhibition-card'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdRoom } from './hold-room'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'

/**
 * Removes a room and takes down what hangs in it; the works stay in the depot. What is announced or open keeps its last room.
 *
 * @param works how many the curator saw hanging in it, where they say
 * @throws {HouseError} as requireDeskAction; conflict for the last room of what is shown, and where something else hangs by now
 */
export async function removeRoom(
  { id, works }: { id: string; works?: number },
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  const exhibitionId = await db.$transaction(async (tx) => {
    const { curator, exhibitionId } = await holdRoom(id, 'edit', viewer, tx)
    await tx.$queryRaw`SELECT 1 FROM "Exhibition" WHERE "id" = ${exhibitionId} FOR NO KEY UPDATE`
    const exhibition = await tx.exhibition.findUniqueOrThrow({
      where: { id: exhibitionId },
      select: { status: true, opensAt: true, closesAt: true, _count: { select: { rooms: true } } },
    })
    const isShown = ['SCHEDULED', 'OPEN'].includes(presentStatus(exhibition, new Date()))
    if (isShown && exhibition._count.rooms === 1) fail('conflict')
    const hung = await tx.hanging.findMany({ where: { roomId: id }, select: { artworkId: true } })
    if (works !== undefined && works !== hung.length) fail('conflict')
    await tx.room.delete({ where: { id } })
    const artworkIds = hung.map(({ artworkId }) => artworkId)
    const act = { exhibitionId, actorId: curator.id, what: 'room-removed', detail: { roomId: id, artworkIds } }
    await noteChange({ ...act, also: artworkIds.map(tags.artwork) }, tx)
    return exhibitionId
  })
  return readDeskExhibition(exhibitionId, viewer)
}
