import { roles } from '@/lib/contracts/common'
import type { Viewer } from '@/server/accounts/viewer'
import { seesAtDesk } from '@/server/desk/sees-at-desk'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { picturePath } from './picture-view'
import { isSigned } from './sign-url'

export interface PictureAsked {
  id: string
  /** What a signed address carries; without it only public pictures are there. */
  access?: string
}

/**
 * A picture that somebody may see. A private one wants both: an address that the house signed, and a session that may see it now, so
 * that neither a copied address nor a withdrawn permission is of use.
 *
 * @throws {HouseError} link_invalid for an address that was altered or has expired, not_found
 */
export async function findVisiblePicture({ id, access }: PictureAsked, viewer: Viewer | null) {
  if (access !== undefined && !isSigned(picturePath(id), access)) return fail('link_invalid')
  const picture = await db.picture.findUnique({
    where: { id },
    select: {
      ownerId: true,
      width: true,
      height: true,
      fileSha256: true,
      file: { select: { mimeType: true } },
      earlierOf: { select: { artwork: { select: { depotAt: true } } }, take: 1 },
      artworks: {
        select: { visibility: true, depotAt: true, hiddenAt: true, submissions: { select: { id: true }, take: 1 } },
      },
    },
  })
  if (!picture) return fail('not_found')
  const isPublic = picture.artworks.some((artwork) => artwork.visibility === 'PUBLIC')
  const isOwner = viewer !== null && picture.ownerId === viewer.id
  const isCurator = viewer !== null && roles.indexOf(viewer.role) >= roles.indexOf('CURATOR')
  const isForCurators =
    picture.artworks.some(
      ({ submissions, depotAt, hiddenAt }) => submissions.length > 0 || depotAt !== null || hiddenAt !== null,
    ) || picture.earlierOf.some(({ artwork }) => artwork.depotAt !== null)
  const isSignedFor = access !== undefined && viewer !== null
  const isSeen = isSignedFor && (isOwner || (isCurator && isForCurators) || (await seesAtDesk(id, viewer)))
  // Private means that nobody can even learn that it exists.
  if (!isPublic && !isSeen) return fail('not_found')
  return { ...picture, isPublic }
}
