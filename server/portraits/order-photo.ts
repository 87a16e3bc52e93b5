import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { addPicture } from '@/server/storage/add-picture'
import { addPictureAgain } from '@/server/storage/add-picture-again'
import { describePicture, type PictureFacts } from '@/server/storage/describe-picture'
import { normalisePhoto } from '@/server/storage/normalise-photo'
import { findPlace, type Place, reserveSpace } from '@/server/storage/reserve-space'
import { inSpan } from '@/server/tracing/in-span'

/** The photo of a new order: bytes that have just been made of a file, or a picture that is kept already. */
export type OrderPhoto = { sha256: string } & ({ facts: PictureFacts; bytes: Uint8Array } | { pictureId: string })

/**
 * @param pictureId of what was the photo of an order of this person: nothing is decoded
 * @throws {HouseError} photo_gone where it is not, or no longer, such a photo
 */
export async function findPhoto(pictureId: string, personId: string): Promise<OrderPhoto> {
  const picture = await db.picture.findFirst({
    where: { id: pictureId, ownerId: personId, photoOf: { some: {} } },
    select: { fileSha256: true },
  })
  return picture ? { sha256: picture.fileSha256, pictureId } : fail('photo_gone')
}

/**
 * @param file as it came
 * @throws {HouseError} photo_*
 */
export async function readPhoto(file: Uint8Array): Promise<OrderPhoto> {
  const bytes = await inSpan('normalise photo', () => normalisePhoto(file))
  const facts = await describePicture(bytes)
  return { sha256: facts.sha256, facts, bytes }
}

/** Where it will be kept; null where it is already. */
export const placeOf = async (photo: OrderPhoto, personId: string): Promise<Place | null> =>
  'bytes' in photo ? findPlace(personId, photo.facts) : null

/**
 * Keeps the photo as a picture of the order's own, so that orders of one photo can be deleted one by one.
 *
 * @returns its id
 * @throws {HouseError} quota_exceeded; photo_gone where the earlier order was deleted a moment ago
 */
export async function keepPhoto(
  tx: Transaction,
  photo: OrderPhoto,
  place: Place | null,
  personId: string,
): Promise<string> {
  if ('bytes' in photo) {
    if (!place?.isSureToFit) await reserveSpace(tx, personId, photo.facts)
    return (await addPicture(tx, photo.facts, photo.bytes, personId, { isNew: place?.isKept === false })).id
  }
  return (await addPictureAgain(tx, photo.pictureId)) ?? fail('photo_gone')
}
