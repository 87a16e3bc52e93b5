import { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

const MiB = 1024 * 1024
/** Of a house in which nothing was decided yet: the column's default. */
const USUAL_MIB = 2048
/** Nearer to their quota than this (bytes), files of one person are measured one after the other. */
const NEAR = 512 * MiB

/** What `roomOf` tells. */
export interface Room {
  quotaMiB: number | null
  usedBytes: number
  /** Of files that are on their way. */
  arrivingBytes: number
  isThere: boolean
  isKept: boolean
}

/** A SELECT of somebody's own measure, or else the house's, of what they have used of it, and whether a file would take any more. */
export const roomOf = (personId: string, sha256 = '') => Prisma.sql`
  SELECT coalesce(p."quotaMiB", CASE WHEN h."id" IS NULL THEN ${USUAL_MIB} ELSE h."quotaMiB" END) AS "quotaMiB",
    (SELECT coalesce(sum(f."bytes"), 0) FROM "StoredFile" f
      WHERE f."sha256" IN (SELECT "fileSha256" FROM "Picture" WHERE "ownerId" = p."id"))::float8 AS "usedBytes",
    (SELECT coalesce(sum("bytes"), 0) FROM "Upload" WHERE "personId" = p."id")::float8 AS "arrivingBytes",
    EXISTS (SELECT 1 FROM "Picture" WHERE "ownerId" = p."id" AND "fileSha256" = ${sha256}) AS "isThere",
    EXISTS (SELECT 1 FROM "StoredFile" WHERE "sha256" = ${sha256}) AS "isKept"
  FROM "Person" p LEFT JOIN "House" h ON h."id" = 1 WHERE p."id" = ${personId}`

/** Bytes that are left. Infinity without a measure, and for a file that they have. */
function leftOf(room: Room | null): number {
  if (!room || room.isThere || room.quotaMiB === null) return Number.POSITIVE_INFINITY
  return room.quotaMiB * MiB - room.usedBytes
}

async function readRoom(tx: Transaction, personId: string, sha256?: string): Promise<Room | null> {
  const [room] = await tx.$queryRaw<Room[]>(roomOf(personId, sha256))
  return room ?? null
}

/** What is known of a file's place before the transaction that writes it, which is so much the shorter. */
export interface Place {
  /** Its owner has so much left that nobody need make sure of it (`reserveSpace`): true for most. */
  isSureToFit: boolean
  /** The house had the same bytes already. */
  isKept: boolean
}

export function placeIn(room: Room | null, bytes: number): Place {
  return { isSureToFit: leftOf(room) - bytes >= NEAR, isKept: room?.isKept ?? false }
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
  let left = leftOf(await readRoom(tx, ownerId, file.sha256))
  if (left - file.bytes < NEAR) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${ownerId}, 23))`
    left = leftOf(await readRoom(tx, ownerId, file.sha256))
  }
  if (file.bytes > left) fail('quota_exceeded')
}

/**
 * The same for a file that is only about to come: others that are on their way count, too.
 *
 * @throws {HouseError} quota_exceeded
 */
export async function foreseeSpace(tx: Transaction, personId: string, bytes: number): Promise<void> {
  const room = await readRoom(tx, personId)
  if ((room?.arrivingBytes ?? 0) + bytes > leftOf(room)) fail('quota_exceeded')
}
