import type { PictureFormat, PictureWidth } from '@/lib/contracts/pictures'
import type { Viewer } from '@/server/accounts/viewer'
import { fail } from '@/server/platform/errors'
import { type Derivative, ensureDerivative, readDerivative } from './ensure-derivative'
import { findVisiblePicture, type PictureAsked } from './find-visible-picture'
import { fileKey } from './picture-store'
import { store } from './store'

export interface AskedPicture extends PictureAsked {
  /** As in pictureVariantSchema. */
  variant: string
}

export interface ServedPicture {
  /** The bytes, or where the store gives them out itself. */
  body: { bytes: Buffer } | { address: string }
  mimeType: string
  /** Anybody may see it, so anybody's cache may keep it. */
  isPublic: boolean
  /** It stands in for what is not made yet. */
  isForNow?: boolean
}

/** A presigned address is followed at once. */
const PRESIGNED_MS = 60_000

/**
 * A picture at a width for someone who may see it (findVisiblePicture).
 *
 * @throws {HouseError} link_invalid for an address that was altered or has expired, not_found
 */
export async function readPicture(asked: AskedPicture, viewer: Viewer | null): Promise<ServedPicture> {
  const { fileSha256, file, isPublic } = await findVisiblePicture(asked, viewer)
  if (asked.variant === 'original') return serve({ sha256: fileSha256, mimeType: file.mimeType }, isPublic)
  const [size, ending] = asked.variant.split('.')
  const [width, format] = [Number(size) as PictureWidth, ending as PictureFormat]
  if (format === 'avif') {
    // Whoever looks does not wait for the seconds that it takes: the sweeper makes it (make-next-avif).
    const made = await readDerivative(fileSha256, width, format)
    if (made) return serve(made, isPublic)
    const webp = await ensureDerivative(fileSha256, width, 'webp')
    return webp ? { ...(await serve(webp, isPublic)), isForNow: true } : fail('not_found')
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
