import type { Transaction } from '@/server/platform/db'
import { releaseStyles } from '@/server/styles/release-styles'
import { announceWorks } from './announce-works'

/**
 * Deletes works with their pictures, earlier ones too, from walls and favourites. Who may is for the caller. Call `removeUnusedFiles`
 * with the answer after the commit.
 *
 * @returns names of files that may be of no use any more
 */
export async function deleteArtworks(ids: readonly string[], tx: Transaction): Promise<string[]> {
  if (ids.length === 0) return []
  const where = { id: { in: [...ids] } }
  const rows = await tx.artwork.findMany({
    where,
    select: { pictureId: true, earlier: { select: { pictureId: true } }, order: { select: { id: true } } },
  })
  await announceWorks(tx, ids, { isGone: true })
  await tx.artwork.deleteMany({ where })
  // A portrait's painting is the order's as well, and goes with it.
  const pictureIds = rows.flatMap(({ pictureId, earlier, order }) => [
    ...(order ? [] : [pictureId]),
    ...earlier.map((each) => each.pictureId),
  ])
  const unused = { id: { in: pictureIds }, artworks: { none: {} }, resultOf: { none: {} }, photoOf: { none: {} } }
  const pictures = await tx.picture.findMany({ where: unused, select: { fileSha256: true } })
  await tx.picture.deleteMany({ where: unused })
  const released = await releaseStyles(tx, { id: { in: [...ids] } })
  return [...pictures.map(({ fileSha256 }) => fileSha256), ...released]
}
