import type { DeskExhibition, RoomWish } from '@/lib/contracts/desk'
import { adjoin } from '@/lib/hanging/adjoin'
import { usualWidthCm } from '@/lib/hanging/building'
import { type RectangularRoom, type Side, sizeForWorks } from '@/lib/hanging/rectangular-plan'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { hangAnew } from './hang-anew'
import { holdExhibition } from './hold-exhibition'
import { holdRooms } from './hold-rooms'
import { lightIfShown } from './light-if-shown'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'

/**
 * Adds an empty rectangular room after the others, and joins it to the last of them that has a wall for a door (adjoin.ts).
 *
 * @throws {HouseError} as requireDeskAction
 */
export async function addRoom(
  { id, ...wish }: { id: string } & RoomWish,
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  await db.$transaction(async (tx) => {
    const { curator } = await holdExhibition(id, 'edit', viewer, tx)
    const present = await holdRooms(id, tx)
    const { room: plan, neighbour } = adjoin(present, (doors, outerSides) => shapeOf(wish, doors, outerSides))
    const opened = neighbour && present[neighbour.index]
    if (opened) await tx.room.update({ where: { id: opened.id }, data: { plan: neighbour.plan } })
    if (opened && neighbour.hung) await hangAnew(opened, neighbour.hung, curator.id, tx)
    const position = (present.at(-1)?.position ?? -1) + 1
    const data = { exhibitionId: id, position, nameEn: wish.nameEn, nameZh: wish.nameZh, plan }
    const room = await tx.room.create({ data, select: { id: true } })
    await noteChange({ exhibitionId: id, actorId: curator.id, what: 'room-added', detail: { roomId: room.id } }, tx)
  })
  return lightIfShown(await readDeskExhibition(id, viewer))
}

function shapeOf(wish: RoomWish, doors: RectangularRoom['doors'], outerSides: Side[]) {
  const { architecture, wallColour, width, depth, height, places = 0 } = wish
  if (width !== undefined && depth !== undefined) return { architecture, wallColour, width, depth, height }
  const widths = Array.from({ length: places }, () => usualWidthCm)
  return { architecture, wallColour, ...sizeForWorks(widths, { architecture, doors, outerSides }) }
}
