import { roles } from '@/lib/contracts/common'
import { type PictureFormat, type PictureWidth, pictureUrl } from '@/lib/contracts/pictures'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { type Derivative, ensureDerivative, readDerivative } from './ensure-derivative'
import { fileKey } from './picture-store'
import { picturePath } from './picture-view'
import { isSigned } from './sign-url'
import { store } from './store'

export interface AskedPicture {
  id: string
  /** As in pictureVariantSchema. */
  variant: string
  /** What a signed address carries; without it only public pictures are there. */
  access?: string
}

export interface ServedPicture {
  /** The bytes, or where the store gives them out itself. */
  body: { bytes: Buffer } | { address: string }
  mimeType: string
  /** Anybody may see it, so anybody's cache may keep it. */
  isPublic: boolean
}

/** A presigned address is followed at once. */
const PRESIGNED_MS = 60_000

async function findVisible({ id, access }: AskedPicture, viewer: Viewer | null) {
  if (access !== undefined && !isSigned(picturePath(id), access)) return fail('link_invalid')
  const picture = await db.picture.findUnique({
    where: { id },
    select: {
      ownerId: true,
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
  const isSeen = access !== undefined && (isOwner || (isCurator && isForCurators))
  // Private means that nobody can even learn that it exists.
  if (!isPublic && !isSeen) return fail('not_found')
  return { ...picture, isPublic }
}

/**
 * A picture at a width for someone who may see it. A private one wants both: an address that the house signed, and a session that
 * may see it now, so that neither a copied address nor a withdrawn permission is of use.
 *
 * @throws {HouseError} link_invalid for an address that was altered or has expired, not_found
 */
export async function readPicture(asked: AskedPicture, viewer: Viewer | null): Promise<ServedPicture> {
  const { fileSha256, file, isPublic } = await findVisible(asked, viewer)
  if (asked.variant === 'original') return serve({ sha256: fileSha256, mimeType: file.mimeType }, isPublic)
  const [size, ending] = asked.variant.split('.')
  const [width, format] = [Number(size) as PictureWidth, ending as PictureFormat]
  if (format === 'avif') {
    // Whoever looks does not wait for the seconds that it takes: the sweeper makes it (make-next-avif).
    const made = await readDerivative(fileSha256, width, format)
    const address = pictureUrl({ id: asked.id, access: asked.access ?? null }, width, 'webp')
    return made ? serve(made, isPublic) : { body: { address }, mimeType: 'image/webp', isPublic }
  }
  const derivative = await ensureDerivative(fileSha256, width, format)
  return derivative ? serve(derivative, isPublic) : fail('not_found')
}

async function serve(file: Omit<Derivative, 'bytes'> & { bytes?: Buffer }, isPublic: boolean): Promise<ServedPicture> {
  const { sha256, mimeType } = file
  // A public picture stays at one address, which everybody's cache may keep.
  const address = isPublic ? null : await store.presign(fileKey(sha256), new Date(Date.now() + PRESIGNED_MS))
  if (address !== null) return { body: { address }, mimeType, isPublic }
  const bytes = file.bytes ?? (await store.read(fileKey(sha256)))
  return bytes ? { body: { bytes }, mimeType, isPublic } : fail('not_found')
}
