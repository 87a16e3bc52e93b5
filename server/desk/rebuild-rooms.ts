import type { BuildingWish, DeskExhibition } from '@/lib/contracts/desk'
import { type BuiltRoom, planBuilding } from '@/lib/hanging/building'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { announceRoom } from '@/server/realtime/announce'
import { hangAnew } from './hang-anew'
import { holdExhibition } from './hold-exhibition'
import { holdRooms } from './hold-rooms'
import { lightIfShown } from './light-if-shown'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'

/**
 * Builds all rooms of an exhibition anew: each to the measure of its works and in the architecture wished for, opening into each other in their
 * order. The works keep their rooms and their order; places that curators gave them by hand are given up.
 *
 * @throws {HouseError} as requireDeskAction; conflict unless `rooms` names all rooms in their present order; building_too_large
 */
export async function rebuildRooms(
  { id, rooms: wishes }: { id: string } & BuildingWish,
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  await db.$transaction(async (tx) => {
    const { curator } = await holdExhibition(id, 'edit', viewer, tx)
    const rooms = await holdRooms(id, tx)
    if (rooms.map((room) => room.id).join() !== wishes.map((wish) => wish.id).join()) fail('conflict')
    const built = planBuilding(
      wishes.map((wish, index) => ({
        ...wish,
        widthsCm: (rooms[index]?.hangings ?? []).map(({ artwork }) => artwork.widthCm),
      })),
    )
    if (!built) fail('building_too_large')
    for (const [index, room] of rooms.entries()) {
      const { plan, hung } = built[index] as BuiltRoom
      await tx.room.update({ where: { id: room.id }, data: { plan } })
      await hangAnew(room, hung, curator.id, tx)
    }
    const detail = { rooms: wishes.map((wish) => ({ ...wish })) }
    await noteChange({ exhibitionId: id, actorId: curator.id, what: 'rooms-rebuilt', detail }, tx)
  })
  for (const room of wishes) await announceRoom(room.id)
  return lightIfShown(await readDeskExhibition(id, viewer))
}
