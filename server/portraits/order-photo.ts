import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { addPicture } from '@/server/storage/add-picture'
import { addPictureAgain } from '@/server/storage/add-picture-again'
import { describePicture, type PictureFacts } from '@/server/storage/describe-picture'
import { normalisePhoto } from '@/server/storage/normalise-photo'
import { hasPlenty, reserveSpace } from '@/server/storage/reserve-space'
import { inSpan } from '@/server/tracing/in-span'

/** The photo of a new order: bytes that have just been made of a file, or a picture that is kept already. */
export type OrderPhoto = { sha256: string } & (
  | { facts: PictureFacts; bytes: Uint8Array; isSureToFit: boolean }
  | { pictureId: string }
)

/**
 * @param photo a file as it came, or the id of a picture that was the photo of an order of this person: then nothing is decoded
 * @throws {HouseError} photo_*; photo_gone for a picture that is not, or no longer, such a photo
 */
export async function readPhoto(photo: Uint8Array | string, personId: string): Promise<OrderPhoto> {
  if (typeof photo === 'string') {
    const picture = await db.picture.findFirst({
      where: { id: photo, ownerId: personId, photoOf: { some: {} } },
      select: { id: true, fileSha256: true },
    })
    return picture ? { sha256: picture.fileSha256, pictureId: picture.id } : fail('photo_gone')
  }
  const bytes = await inSpan('normalise photo', () => normalisePhoto(photo))
  const [facts, isSureToFit] = await Promise.all([describePicture(bytes), hasPlenty(personId, bytes.length)])
  return { sha256: facts.sha256, facts, bytes, isSureToFit }
}

/**
 * Keeps the photo as a picture of the order's own, so that orders of one photo can be deleted one by one.
 *
 * @returns its id
 * @throws {HouseError} quota_exceeded; photo_gone where the earlier order was deleted a moment ago
 */
export async function keepPhoto(tx: Transaction, photo: OrderPhoto, personId: string): Promise<string> {
  if ('bytes' in photo) {
    if (!photo.isSureToFit) await reserveSpace(tx, personId, photo.facts)
    return (await addPicture(tx, photo.facts, photo.bytes, personId)).id
  }
  return (await addPictureAgain(tx, photo.pictureId)) ?? fail('photo_gone')
}
