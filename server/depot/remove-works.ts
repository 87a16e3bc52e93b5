import type { RemoveWorksBody } from '@/lib/contracts/depot'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { announceWorks } from '@/server/artworks/announce-works'
import { deleteArtworks } from '@/server/artworks/delete-artworks'
import { recordAudit } from '@/server/audit/record'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'

/**
 * Takes works out of the depot: the house's own are deleted with their pictures, an artist's go back to their artist, and all of them
 * come down from the house's exhibitions.
 *
 * @returns how many
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, work_hangs unless that is wished
 */
export async function removeWorks({ ids, evenIfHung }: RemoveWorksBody, viewer: Viewer | null): Promise<number> {
  const curator = requireRole(viewer, 'CURATOR')
  const files = await db.$transaction(async (tx) => {
    const rows = await tx.artwork.findMany({
      where: { id: { in: ids }, depotAt: { not: null } },
      select: { id: true, ownerId: true, hangings: { where: inTheHouse, select: { id: true }, take: 1 } },
    })
    if (rows.length < new Set(ids).size) fail('not_found')
    if (!evenIfHung && rows.some(({ hangings }) => hangings.length > 0)) fail('work_hangs')
    const own = rows.filter(({ ownerId }) => ownerId === null).map(({ id }) => id)
    const lent = rows.filter(({ ownerId }) => ownerId !== null).map(({ id }) => id)
    await giveBack(lent, tx)
    const released = await deleteArtworks(own, tx)
    for (const { id, ownerId } of rows) {
      const action = ownerId === null ? 'artwork.deleted' : 'artwork.given-back'
      await recordAudit(tx, { actorId: curator.id, action, subjectType: 'artwork', subjectId: id })
    }
    return released
  })
  await removeUnusedFiles(files)
  return new Set(ids).size
}

const inTheHouse = { room: { exhibition: { kind: 'EXHIBITION' } } } as const

/** What still hangs in its artist's own room stays public. */
async function giveBack(ids: string[], tx: Transaction) {
  if (ids.length === 0) return
  await announceWorks(tx, ids, { isGone: true })
  await tx.hanging.deleteMany({ where: { artworkId: { in: ids }, ...inTheHouse } })
  await tx.artwork.updateMany({ where: { id: { in: ids } }, data: { depotAt: null } })
  await tx.artwork.updateMany({
    where: { id: { in: ids }, hangings: { none: {} } },
    data: { visibility: 'PRIVATE' },
  })
}
