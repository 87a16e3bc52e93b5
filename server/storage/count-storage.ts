import { db } from '@/server/platform/db'

/** Counts anew whose pictures take how much: a look at every picture, so now and then, by the sweeper alone. */
export async function countStorage(): Promise<void> {
  await db.$executeRaw`
    WITH counted AS (
      SELECT own."ownerId" AS "personId", sum(f."bytes")::bigint AS "bytes", count(*)::int AS "files" FROM (
        SELECT DISTINCT "ownerId", "fileSha256" FROM "Picture" WHERE "ownerId" IS NOT NULL) own
      JOIN "StoredFile" f ON f."sha256" = own."fileSha256" GROUP BY 1
    ), gone AS (
      DELETE FROM "StorageUse" u WHERE NOT EXISTS (SELECT 1 FROM counted c WHERE c."personId" = u."personId")
    )
    INSERT INTO "StorageUse" AS u ("personId", "bytes", "files")
      SELECT c.* FROM counted c JOIN "Person" p ON p."id" = c."personId" ORDER BY 1
    ON CONFLICT ("personId") DO UPDATE SET "bytes" = excluded."bytes", "files" = excluded."files"
      WHERE (u."bytes", u."files") IS DISTINCT FROM (excluded."bytes", excluded."files")`
}
