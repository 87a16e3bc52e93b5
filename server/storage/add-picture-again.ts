import type { Transaction } from '@/server/platform/db'

/**
 * A second picture of the same bytes for the same owner, which lives and ends for itself.
 *
 * @returns its id; null where the first one is no longer there
 */
export async function addPictureAgain(tx: Transaction, pictureId: string): Promise<string | null> {
  // Who deletes the first one waits for us, and so its file is in use throughout.
  const [again] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Picture" ("id", "ownerId", "fileSha256", "width", "height", "blur", "colour", "sourceSha256")
    SELECT gen_random_uuid()::text, "ownerId", "fileSha256", "width", "height", "blur", "colour", "sourceSha256"
    FROM "Picture" WHERE "id" = ${pictureId} FOR KEY SHARE
    RETURNING "id"`
  return again?.id ?? null
}
