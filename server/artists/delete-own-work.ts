import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { deleteArtworks } from '@/server/artworks/delete-artworks'
import { recordAudit } from '@/server/audit/record'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'

/**
 * Deletes one's own work for good: from every wall, list and collection, with its pictures. A portrait is deleted with its order.
 *
 * @throws {HouseError} not_signed_in, account_needed, not_found
 */
export async function deleteOwnWork(artworkId: string, viewer: Viewer | null): Promise<void> {
  const { id: ownerId } = requireAccount(viewer)
  const files = await db.$transaction(async (tx) => {
    const where = { id: artworkId, ownerId, order: null }
    if ((await tx.artwork.count({ where })) === 0) fail('not_found')
    const released = await deleteArtworks([artworkId], tx)
    await recordAudit(tx, { actorId: ownerId, action: 'artwork.deleted', subjectType: 'artwork', subjectId: artworkId })
    return released
  })
  await removeUnusedFiles(files)
}
