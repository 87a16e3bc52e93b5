import type { DeskExhibition } from '@/lib/contracts/desk'
import { closeDoorsTo } from '@/lib/hanging/close-doors'
import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { presentStatus } from '@/server/exhibitions/exhibition-card'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdExhibition } from './hold-exhibition'
import { holdRooms } from './hold-rooms'
import { lightIfShown } from './light-if-shown'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'

/**
 * Removes a room and takes down what hangs in it; the works stay in the depot, and doors that led to it are walled up. What is announced or open keeps its last room.
 *
 * @param works how many the curator saw hanging in it, where they say
 * @throws {HouseError} as requireDeskAction; conflict for the last room of what is shown, and where something else hangs by now
 */
export async function removeRoom(
  { id, works }: { id: string; works?: number },
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  const exhibitionId = await db.$transaction(async (tx) => {
    const room = await tx.room.findUnique({ where: { id }, select: { exhibitionId: true } })
    // The exhibition before its rooms, as everywhere: two who wait for each other would wait for ever.
    const { exhibitionId } = room ?? fail('not_found')
    const { curator } = await holdExhibition(exhibitionId, 'edit', viewer, tx)
    const rooms = await holdRooms(exhibitionId, tx)
    const index = rooms.findIndex((one) => one.id === id)
    const gone = rooms[index] ?? fail('not_found')
    const exhibition = await tx.exhibition.findUniqueOrThrow({
      where: { id: exhibitionId },
      select: { status: true, opensAt: true, closesAt: true },
    })
    const isShown = ['SCHEDULED', 'OPEN'].includes(presentStatus(exhibition, new Date()))
    if (isShown && rooms.length === 1) fail('conflict')
    if (works !== undefined && works !== gone.hangings.length) fail('conflict')
    await tx.room.delete({ where: { id } })
    const others = rooms.filter((one) => one !== gone)
    const closed = closeDoorsTo(
      rooms.map(({ plan }) => plan),
      index,
    )
    for (const [at, room] of others.entries()) {
      if (closed[at] !== room.plan) await tx.room.update({ where: { id: room.id }, data: { plan: closed[at] } })
    }
    const artworkIds = gone.hangings.map(({ artwork }) => artwork.id)
    const act = { exhibitionId, actorId: curator.id, what: 'room-removed', detail: { roomId: id, artworkIds } }
    await noteChange({ ...act, also: artworkIds.map(tags.artwork) }, tx)
    return exhibitionId
  })
  return lightIfShown(await readDeskExhibition(exhibitionId, viewer))
}
