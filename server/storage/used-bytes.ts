import { Prisma } from '@/generated/prisma/client'
import { type Database, db } from '@/server/platform/db'

/** What the pictures of these people take now, by person: each file once, however many pictures show it. */
export async function usedBytes(
  personIds: readonly string[],
  database: Pick<Database, '$queryRaw'> = db,
): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map()
  const rows = await database.$queryRaw<{ ownerId: string; bytes: bigint }[]>(Prisma.sql`
    SELECT own."ownerId", sum(f."bytes")::bigint AS "bytes" FROM (
      SELECT DISTINCT "ownerId", "fileSha256" FROM "Picture" WHERE "ownerId" = ANY(${[...personIds]})) own
    JOIN "StoredFile" f ON f."sha256" = own."fileSha256" GROUP BY 1`)
  return new Map(rows.map(({ ownerId, bytes }) => [ownerId, Number(bytes)]))
}
