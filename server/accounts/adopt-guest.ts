import { Prisma } from '@/generated/prisma/client'
import { uncountFollows } from '@/server/follows/uncount-follows'
import type { Transaction } from '@/server/platform/db'

/**
 * Moves everything that was a guest's to a person, and removes the guest. What both liked or kept counts once afterwards.
 * Both people are locked first, so that a like under way ends before or fails after. Safe to repeat.
 */
export async function adoptGuest(guestId: string, personId: string, tx: Transaction): Promise<void> {
  const locked = await tx.$queryRaw<{ id: string; isAnonymous: boolean }[]>`
    SELECT "id", "isAnonymous" FROM "Person" WHERE "id" IN (${guestId}, ${personId}) ORDER BY "id" FOR UPDATE`
  const isGuestThere = locked.some((person) => person.id === guestId && person.isAnonymous)
  if (!isGuestThere || locked.length < 2) return
  await moveMarks({ table: Prisma.sql`"Like"`, count: Prisma.sql`"likeCount"` }, guestId, personId, tx)
  await keepNotes(guestId, personId, tx)
  await moveMarks({ table: Prisma.sql`"Favourite"`, count: Prisma.sql`"favouriteCount"` }, guestId, personId, tx)
  await moveFollows(guestId, personId, tx)
  await moveOrders(guestId, personId, tx)
  const toPerson = { where: { ownerId: guestId }, data: { ownerId: personId } }
  await tx.picture.updateMany(toPerson)
  await tx.artwork.updateMany(toPerson)
  await tx.exhibition.updateMany(toPerson)
  await tx.submission.updateMany({ where: { personId: guestId }, data: { personId } })
  await tx.notice.updateMany({ where: { personId: guestId }, data: { personId } })
  await tx.$executeRaw`
    UPDATE "Report" r SET "reporterId" = ${personId} WHERE r."reporterId" = ${guestId} AND NOT EXISTS (
      SELECT 1 FROM "Report" own WHERE own."caseId" = r."caseId" AND own."reporterId" = ${personId})`
  await tx.bookEntry.updateMany({ where: { personId: guestId }, data: { personId } })
  await tx.$executeRaw`
    UPDATE "BookReport" r SET "personId" = ${personId} WHERE "personId" = ${guestId} AND NOT EXISTS (
      SELECT 1 FROM "BookReport" p WHERE p."entryId" = r."entryId" AND p."personId" = ${personId})`
  await tx.person.delete({ where: { id: guestId } })
}

/** What the guest noted of a work that both keep, where the person noted nothing. */
async function keepNotes(guestId: string, personId: string, tx: Transaction) {
  await tx.$executeRaw`
    UPDATE "Favourite" p SET "note" = g."note" FROM "Favourite" g
    WHERE p."personId" = ${personId} AND g."personId" = ${guestId} AND g."artworkId" = p."artworkId"
      AND p."note" = '' AND g."note" <> ''`
}

interface Mark {
  table: Prisma.Sql
  /** The projection of it on Artwork. */
  count: Prisma.Sql
}

async function moveMarks({ table, count }: Mark, guestId: string, personId: string, tx: Transaction) {
  // In the order of ids, so that two moves never wait for each other.
  const doubled = await tx.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Artwork" a
    JOIN ${table} g ON g."artworkId" = a."id" AND g."personId" = ${guestId}
    JOIN ${table} p ON p."artworkId" = a."id" AND p."personId" = ${personId}
    ORDER BY a."id" FOR NO KEY UPDATE OF a`
  const ids = doubled.map((row) => row.id)
  if (ids.length > 0) {
    await tx.$executeRaw`DELETE FROM ${table} WHERE "personId" = ${guestId} AND "artworkId" = ANY(${ids})`
    await tx.$executeRaw`UPDATE "Artwork" SET ${count} = ${count} - 1 WHERE "id" = ANY(${ids})`
  }
  await tx.$executeRaw`UPDATE ${table} SET "personId" = ${personId} WHERE "personId" = ${guestId}`
}

/** What both followed counts once afterwards, and nobody follows themselves. */
async function moveFollows(guestId: string, personId: string, tx: Transaction) {
  const gone = await tx.$queryRaw<{ artistId: string | null; exhibitionId: string | null }[]>`
    DELETE FROM "Follow" g WHERE g."personId" = ${guestId} AND (g."artistId" = ${personId} OR EXISTS (
      SELECT 1 FROM "Follow" p WHERE p."personId" = ${personId}
        AND (p."artistId" = g."artistId" OR p."exhibitionId" = g."exhibitionId")))
    RETURNING "artistId", "exhibitionId"`
  await uncountFollows(gone, tx)
  await tx.follow.updateMany({ where: { personId: guestId }, data: { personId } })
}

/** Two people may have used the same idempotency key; the guest's order then answers to its id instead. */
async function moveOrders(guestId: string, personId: string, tx: Transaction) {
  await tx.$executeRaw`
    UPDATE "PortraitOrder" o SET "idempotencyKey" = o."id"
    WHERE o."personId" = ${guestId} AND EXISTS (
      SELECT 1 FROM "PortraitOrder" p WHERE p."personId" = ${personId} AND p."idempotencyKey" = o."idempotencyKey")`
  await tx.portraitOrder.updateMany({ where: { personId: guestId }, data: { personId } })
}
