import type { Prisma } from '@/generated/prisma/client'
import { namedCache } from '@/server/cache/named-cache'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { describePicture, type PictureFacts, sha256Of } from '@/server/storage/describe-picture'
import { keepFile } from '@/server/storage/keep-file'
import { normalisePhoto } from '@/server/storage/normalise-photo'
import { pictureRow, pictureRowAgain } from '@/server/storage/picture-rows'
import { type Place, reserveSpace } from '@/server/storage/reserve-space'
import { inSpan } from '@/server/tracing/in-span'

/** The photo of a new order: made of a file, its bytes when they are asked for, or a picture that is kept already. */
export type OrderPhoto = { sha256: string } & (
  | { facts: PictureFacts; sourceSha256: string; bytes: () => Promise<Uint8Array> }
  | { pictureId: string }
)

/** What photos were made of which files. The same file always gives the same photo, so nothing that changes makes it wrong. */
const made = namedCache<PictureFacts>({
  name: 'photos of files',
  mostBytes: 8 * 1024 * 1024,
  freshMs: 3_600_000,
  limitMs: 2_000,
  lastGoodMs: 0,
})
/** Of one entry, about: most of it the blur. */
const bytesAnEntry = 800

const remember = (sourceSha256: string, facts: PictureFacts) =>
  made.read(sourceSha256, async () => ({ value: facts, tags: [], bytes: bytesAnEntry }))

/** What was made of a file, by whatever process, for an order that is still there. */
async function findMade(sourceSha256: string): Promise<PictureFacts | null> {
  const remembered = made.peek(sourceSha256)?.value
  if (remembered) return remembered
  const [facts] = await db.$queryRaw<PictureFacts[]>`
    SELECT f."sha256", f."bytes", f."mimeType", p."width", p."height", p."blur", p."colour"
    FROM "Picture" p JOIN "StoredFile" f ON f."sha256" = p."fileSha256"
    WHERE p."sourceSha256" = ${sourceSha256} AND EXISTS (SELECT FROM "PortraitOrder" o WHERE o."photoId" = p."id") LIMIT 1`
  if (facts) await remember(sourceSha256, facts)
  return facts ?? null
}

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

/** Whether a photo was made of this file for an earlier order, whosever. */
export const isKnownFile = async (file: Uint8Array): Promise<boolean> => (await findMade(sha256Of(file))) !== null

/**
 * A file that came before, from whomever, is not decoded again unless the photo has to be kept anew.
 *
 * @param file as it came
 * @param watch sees to it while a photo is made of the file, which takes its time
 * @throws {HouseError} photo_*, photos_waiting
 */
export async function readPhoto(
  file: Uint8Array,
  watch: <T>(make: () => Promise<T>) => Promise<T> = (make) => make(),
): Promise<OrderPhoto> {
  let making: Promise<Uint8Array> | undefined
  const bytes = () => {
    making ??= inSpan('normalise photo', () => normalisePhoto(file))
    return making
  }
  const sourceSha256 = sha256Of(file)
  const known = await findMade(sourceSha256)
  const facts = known ?? (await watch(async () => describePicture(await bytes())))
  if (!known) await remember(sourceSha256, facts)
  return { sha256: facts.sha256, facts, sourceSha256, bytes }
}

/**
 * Keeps the photo's bytes; those of an earlier order are kept already, and held by the new row (`photoRow`).
 *
 * @param lock one or more, that the order needs from here on: with the photo's own it costs no round trip
 * @throws {HouseError} quota_exceeded
 */
export async function keepPhoto(
  tx: Transaction,
  photo: OrderPhoto,
  place: Place | null,
  personId: string,
  lock: Prisma.Sql,
): Promise<void> {
  if ('bytes' in photo) {
    if (!place?.isSureToFit) await reserveSpace(tx, personId, photo.facts)
    return keepFile(tx, photo.facts, photo.bytes, { isNew: place?.isKept === false, lock })
  }
  await tx.$executeRaw`SELECT ${lock}`
}

/** Makes the photo a picture of the order's own, so that orders of one photo can be deleted one by one; no row where it was deleted a moment ago. */
export const photoRow = (photo: OrderPhoto, personId: string): Prisma.Sql =>
  'bytes' in photo ? pictureRow(photo.facts, personId, photo.sourceSha256) : pictureRowAgain(photo.pictureId)
