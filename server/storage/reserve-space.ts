import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

const MiB = 1024 * 1024
/** Of a house in which nothing was decided yet: the column's default. */
const USUAL_MIB = 2048
/** Nearer to their quota than this (bytes), files of one person are measured one after the other. */
const NEAR = 512 * MiB

interface Row {
  quotaMiB: number | null
  usedBytes: bigint
  arrivingBytes: bigint
  isThere: boolean
  isKept: boolean
}

/** How much is left for somebody, bytes: their own measure, or else the house's. Infinity without one, and for a file that they have. */
async function readRoom(database: Pick<Transaction, '$queryRaw'>, personId: string, sha256 = '') {
  const [row] = await database.$queryRaw<Row[]>`
    SELECT coalesce(p."quotaMiB", CASE WHEN h."id" IS NULL THEN ${USUAL_MIB} ELSE h."quotaMiB" END) AS "quotaMiB",
      (SELECT coalesce(sum(f."bytes"), 0) FROM "StoredFile" f
        WHERE f."sha256" IN (SELECT "fileSha256" FROM "Picture" WHERE "ownerId" = p."id"))::bigint AS "usedBytes",
      (SELECT coalesce(sum("bytes"), 0) FROM "Upload" WHERE "personId" = p."id")::bigint AS "arrivingBytes",
      EXISTS (SELECT 1 FROM "Picture" WHERE "ownerId" = p."id" AND "fileSha256" = ${sha256}) AS "isThere",
      EXISTS (SELECT 1 FROM "StoredFile" WHERE "sha256" = ${sha256}) AS "isKept"
    FROM "Person" p LEFT JOIN "House" h ON h."id" = 1 WHERE p."id" = ${personId}`
  const isKept = row?.isKept ?? false
  if (!row || row.isThere || row.quotaMiB === null) return { left: Number.POSITIVE_INFINITY, arriving: 0, isKept }
  return { left: row.quotaMiB * MiB - Number(row.usedBytes), arriving: Number(row.arrivingBytes), isKept }
}

/** What is known of a file's place before the transaction that writes it, which is so much the shorter. */
export interface Place {
  /** Its owner has so much left that nobody need make sure of it (`reserveSpace`): true for most. */
  isSureToFit: boolean
  /** The house had the same bytes already. */
  isKept: boolean
}

export async function findPlace(ownerId: string, { sha256, bytes }: { sha256: string; bytes: number }): Promise<Place> {
  const { left, isKept } = await readRoom(db, ownerId, sha256)
  return { isSureToFit: left - bytes >= NEAR, isKept }
}

/**
 * Makes sure that a file fits into what the house keeps for its owner, before anything of it is written. The house itself (null) has no
 * measure, and a file that the person has already takes nothing more. Near their quota, files of one person that come at once are
 * measured one after the other; so this comes before the file's own lock. A painting that was accepted is kept without being asked.
 *
 * @throws {HouseError} quota_exceeded
 */
export async function reserveSpace(
  tx: Transaction,
  ownerId: string | null,
  file: { sha256: string; bytes: number },
): Promise<void> {
  if (ownerId === null) return
  // One question for most: whoever has plenty left needs no place in a line.
  let { left } = await readRoom(tx, ownerId, file.sha256)
  if (left - file.bytes < NEAR) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${ownerId}, 23))`
    left = (await readRoom(tx, ownerId, file.sha256)).left
  }
  if (file.bytes > left) fail('quota_exceeded')
}

/**
 * The same for a file that is only about to come: others that are on their way count, too.
 *
 * @throws {HouseError} quota_exceeded
 */
export async function foreseeSpace(tx: Transaction, personId: string, bytes: number): Promise<void> {
  const { left, arriving } = await readRoom(tx, personId)
  if (arriving + bytes > left) fail('quota_exceeded')
}
