import { roles } from '@/lib/contracts/common'
import type { PictureWidth } from '@/lib/contracts/pictures'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { type DerivativeFormat, ensureDerivative } from './ensure-derivative'
import { fileKey } from './picture-store'
import { store } from './store'

export interface ServedPicture {
  bytes: Buffer
  mimeType: string
  /** Anybody may see it, so anybody's cache may keep it. */
  isPublic: boolean
}

async function findVisible(pictureId: string, viewer: Viewer | null) {
  const picture = await db.picture.findUnique({
    where: { id: pictureId },
    select: {
      ownerId: true,
      fileSha256: true,
      file: { select: { mimeType: true } },
      artworks: { select: { visibility: true, submissions: { select: { id: true }, take: 1 } } },
    },
  })
  if (!picture) return fail('not_found')
  const isPublic = picture.artworks.some((artwork) => artwork.visibility === 'PUBLIC')
  const isOwner = viewer !== null && picture.ownerId === viewer.id
  const isCurator = viewer !== null && roles.indexOf(viewer.role) >= roles.indexOf('CURATOR')
  const isOffered = picture.artworks.some((artwork) => artwork.submissions.length > 0)
  // Private means that nobody can even learn that it exists.
  if (!isPublic && !isOwner && !(isCurator && isOffered)) return fail('not_found')
  return { ...picture, isPublic }
}

/** A picture at a width for someone who may see it; throws not_found for everybody else. `variant` as in pictureVariantSchema. */
export async function readPicture(pictureId: string, variant: string, viewer: Viewer | null): Promise<ServedPicture> {
  const picture = await findVisible(pictureId, viewer)
  if (variant === 'original') {
    const bytes = await store.read(fileKey(picture.fileSha256))
    return bytes ? { bytes, mimeType: picture.file.mimeType, isPublic: picture.isPublic } : fail('not_found')
  }
  const [width, format] = variant.split('.')
  const derivative = await ensureDerivative(
    picture.fileSha256,
    Number(width) as PictureWidth,
    format as DerivativeFormat,
  )
  return derivative ? { ...derivative, isPublic: picture.isPublic } : fail('not_found')
}
