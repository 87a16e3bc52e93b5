import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdExhibition } from './hold-exhibition'
import { noteChange } from './note-change'

/**
 * Throws a draft away with its rooms; the works stay in the depot, and so does the trail. What was ever shown is archived instead.
 *
 * @throws {HouseError} as requireDeskAction; conflict when it is no draft
 */
export function discardExhibition(id: string, viewer: Viewer | null): Promise<{ ok: true }> {
  return db.$transaction(async (tx) => {
    const { curator } = await holdExhibition(id, 'discard', viewer, tx)
    const { count } = await tx.exhibition.deleteMany({ where: { id, status: 'DRAFT' } })
    if (count === 0) fail('conflict')
    await noteChange({ exhibitionId: id, actorId: curator.id, what: 'discarded', also: [tags.exhibitions] }, tx)
    return { ok: true }
  })
}
