import type { DeskExhibition, RoomWish } from '@/lib/contracts/desk'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { holdExhibition } from './hold-exhibition'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'

/**
 * Adds an empty rectangular room after the others; the first room of an exhibition bears its title.
 *
 * @throws {HouseError} as requireDeskAction
 */
export async function addRoom(
  { id, ...wish }: { id: string } & RoomWish,
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  await db.$transaction(async (tx) => {
    const { curator } = await holdExhibition(id, 'edit', viewer, tx)
    const last = await tx.room.aggregate({ where: { exhibitionId: id }, _max: { position: true } })
    const position = (last._max.position ?? -1) + 1
    const { nameEn, nameZh, ...size } = wish
    const plan = rectangularPlan({ ...size, titleWidth: position === 0 ? undefined : 0 })
    const data = { exhibitionId: id, position, nameEn, nameZh, plan }
    const room = await tx.room.create({ data, select: { id: true } })
    await noteChange({ exhibitionId: id, actorId: curator.id, what: 'room-added', detail: { roomId: room.id } }, tx)
  })
  return readDeskExhibition(id, viewer)
}
