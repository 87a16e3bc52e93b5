import { v7 as timeOrderedId } from 'uuid'
import { Prisma } from '@/generated/prisma/client'
import type { PictureFacts } from './describe-picture'

/** Statements that make a picture's row and give its id, as parts of one that makes more than that. */

/**
 * Of a file that the transaction keeps (`keepFile`).
 *
 * @param sourceSha256 of the file that it was made from
 */
export function pictureRow(facts: PictureFacts, ownerId: string, sourceSha256: string): Prisma.Sql {
  const { sha256, width, height, blur, colour } = facts
  return Prisma.sql`
    INSERT INTO "Picture" ("id", "ownerId", "fileSha256", "width", "height", "blur", "colour", "sourceSha256")
    VALUES (${timeOrderedId()}, ${ownerId}, ${sha256}, ${width}, ${height}, ${blur}, ${colour}, ${sourceSha256}) RETURNING "id"`
}

/** Of the same bytes as another one of the same owner, which lives and ends for itself. No row where that one is no longer there. */
export function pictureRowAgain(pictureId: string): Prisma.Sql {
  // Who deletes the first one waits for us, and so its file is in use throughout.
  return Prisma.sql`
    INSERT INTO "Picture" ("id", "ownerId", "fileSha256", "width", "height", "blur", "colour", "sourceSha256")
    SELECT ${timeOrderedId()}, "ownerId", "fileSha256", "width", "height", "blur", "colour", "sourceSha256"
    FROM "Picture" WHERE "id" = ${pictureId} FOR KEY SHARE RETURNING "id"`
}
