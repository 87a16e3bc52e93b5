import type { EditOwnLabelBody, OwnWork } from '@/lib/contracts/artists'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { writeLabels } from '@/server/depot/write-labels'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { readOwnWork } from './own-works'

/**
 * Changes the label of one's own work: words, size, licence, tags.
 *
 * @throws {HouseError} not_signed_in, account_needed, not_found for works of others, conflict when it was changed meanwhile
 */
export async function editOwnLabel(
  artworkId: string,
  { version, changes }: EditOwnLabelBody,
  viewer: Viewer | null,
): Promise<OwnWork> {
  const { id: ownerId } = requireAccount(viewer)
  await db.$transaction(async (tx) => {
    if ((await tx.artwork.count({ where: { id: artworkId, ownerId } })) === 0) fail('not_found')
    await writeLabels(tx, [{ id: artworkId, version, changes }])
    const detail = { fields: Object.keys(changes) }
    const subject = { subjectType: 'artwork' as const, subjectId: artworkId }
    await recordAudit(tx, { actorId: ownerId, action: 'artwork.label-changed', ...subject, detail })
  })
  return readOwnWork(artworkId, viewer)
}
