import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { mayEdit } from '@/server/artworks/may-edit'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/**
 * Lets visitors write under a work, or no more; for its artist, and for curators on works of the house. What was written stays. Safe to repeat.
 *
 * @throws {HouseError} not_signed_in, account_needed, not_found
 */
export async function setCommentsOpen(artworkId: string, isOpen: boolean, viewer: Viewer | null): Promise<void> {
  const person = requireAccount(viewer)
  await db.$transaction(async (tx) => {
    const written = await tx.artwork.updateMany({
      where: { AND: [{ id: artworkId }, mayEdit(person)] },
      data: { takesComments: isOpen },
    })
    if (written.count === 0) fail('not_found')
    const action = isOpen ? 'artwork.comments-opened' : 'artwork.comments-closed'
    await recordAudit(tx, { actorId: person.id, action, subjectType: 'artwork', subjectId: artworkId })
    await announceChange(tx, [tags.comments(artworkId)])
  })
}
