import type { z } from 'zod'
import type { changeRoomBodySchema, DeskExhibition } from '@/lib/contracts/desk'
import { type Plan, planSchema } from '@/lib/hanging/plan'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdRoom } from './hold-room'
import { lightIfShown } from './light-if-shown'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'

type Change = z.output<typeof changeRoomBodySchema>

/**
 * Names a room and paints its walls, unless somebody else did since it was seen.
 *
 * @throws {HouseError} as requireDeskAction; conflict
 */
export async function changeRoom(
  { id, from, to }: { id: string } & Change,
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  const exhibitionId = await db.$transaction(async (tx) => {
    const { curator, exhibitionId } = await holdRoom(id, 'edit', viewer, tx)
    const room = await tx.room.findUniqueOrThrow({ where: { id }, select: { nameEn: true, nameZh: true, plan: true } })
    const plan = planSchema.parse(room.plan)
    const isAsSeen = room.nameEn === from.nameEn && room.nameZh === from.nameZh && hasColour(plan, from.wallColour)
    if (!isAsSeen) fail('conflict')
    const { wallColour, ...names } = to
    await tx.room.update({ where: { id }, data: { ...names, plan: painted(plan, wallColour) } })
    const what = hasColour(plan, wallColour) ? 'room-named' : 'room-painted'
    await noteChange({ exhibitionId, actorId: curator.id, what, detail: { roomId: id } }, tx)
    return exhibitionId
  })
  return lightIfShown(await readDeskExhibition(exhibitionId, viewer))
}

/** Null is the architecture's own colour; undefined says nothing of it. */
const hasColour = (plan: Plan, colour: string | null | undefined) =>
  colour === undefined || (plan.wallColour ?? null) === colour

function painted(plan: Plan, colour: string | null | undefined): Plan {
  return colour === undefined ? plan : { ...plan, wallColour: colour ?? undefined }
}
