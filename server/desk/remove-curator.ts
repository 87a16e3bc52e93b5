import type { DeskExhibition } from '@/lib/contracts/desk'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { dropSockets } from '@/server/realtime/drop-sockets'
import { holdExhibition } from './hold-exhibition'
import { noteChange } from './note-change'
import { readDeskExhibition } from './read-exhibition'
import { keepLead } from './set-curator'

/**
 * Lets somebody work on an exhibition no more; safe to repeat. They lose the sockets with which they may be looking at its rooms, and come
 * back without them.
 *
 * @throws {HouseError} as requireDeskAction; last_lead when nobody would lead it any more
 */
export async function removeCurator(
  { id, personId }: { id: string; personId: string },
  viewer: Viewer | null,
): Promise<DeskExhibition> {
  const isRemoved = await db.$transaction(async (tx) => {
    const { curator } = await holdExhibition(id, 'appoint', viewer, tx)
    const { count } = await tx.exhibitionCurator.deleteMany({ where: { exhibitionId: id, personId } })
    if (count === 0) return false
    await keepLead(id, tx)
    await noteChange({ exhibitionId: id, actorId: curator.id, what: 'curator-removed', detail: { personId } }, tx)
    return true
  })
  if (isRemoved) await dropSockets(personId)
  return readDeskExhibition(id, viewer)
}
