import { Prisma } from '@/generated/prisma/client'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/** What a person may do with a work: the table of its rows, and the projection of them on Artwork. */
const marks = {
  like: { table: Prisma.sql`"Like"`, count: Prisma.sql`"likeCount"` },
  favourite: { table: Prisma.sql`"Favourite"`, count: Prisma.sql`"favouriteCount"` },
} as const
export type Mark = keyof typeof marks

export interface MarkWish {
  mark: Mark
  personId: string
  artworkId: string
  isSet: boolean
}

/**
 * Sets or takes back a mark and keeps its count exact, in one statement. Locks are taken in one order everywhere (person, mark,
 * artwork), so that any number of people may do it to one work at once and only queue for its row.
 *
 * @returns the work's count afterwards, and whether this call changed it
 * @throws {HouseError} not_found for a work that this person cannot see, session_expired for a person who is gone
 */
export async function setMark(wish: MarkWish): Promise<{ count: number; hasChanged: boolean }> {
  const rows = await db.$queryRaw<{ isPersonThere: boolean; before: number | null; after: number | null }[]>(
    wish.isSet ? addition(wish) : removal(wish),
  )
  const [row] = rows
  if (!row?.isPersonThere) fail('session_expired')
  if (row.before === null) fail('not_found')
  return { count: row.after ?? row.before, hasChanged: row.after !== null }
}

function addition({ mark, personId, artworkId }: MarkWish): Prisma.Sql {
  const { table, count } = marks[mark]
  return Prisma.sql`
    WITH ${caller(personId)}, ${work(wishedCount(count), artworkId)},
    changed AS (
      INSERT INTO ${table} ("personId", "artworkId", "createdAt")
      SELECT caller."id", work."id", now() AT TIME ZONE 'UTC' FROM caller, work
      ON CONFLICT DO NOTHING RETURNING "artworkId"
    ), counted AS (
      UPDATE "Artwork" SET ${count} = ${count} + 1 FROM changed WHERE "id" = changed."artworkId"
      RETURNING ${count} AS count
    ) ${outcome}`
}

function removal({ mark, personId, artworkId }: MarkWish): Prisma.Sql {
  const { table, count } = marks[mark]
  return Prisma.sql`
    WITH ${caller(personId)}, ${work(wishedCount(count), artworkId)},
    changed AS (
      DELETE FROM ${table} USING caller, work
      WHERE "personId" = caller."id" AND "artworkId" = work."id" RETURNING "artworkId"
    ), counted AS (
      UPDATE "Artwork" SET ${count} = ${count} - 1 FROM changed WHERE "id" = changed."artworkId"
      RETURNING ${count} AS count
    ) ${outcome}`
}

const wishedCount = (count: Prisma.Sql) => Prisma.sql`a.${count} AS count`

const caller = (personId: string) => Prisma.sql`
  caller AS MATERIALIZED (SELECT "id" FROM "Person" WHERE "id" = ${personId} FOR KEY SHARE)`

const work = (count: Prisma.Sql, artworkId: string) => Prisma.sql`
  work AS MATERIALIZED (
    SELECT a."id", ${count} FROM "Artwork" a, caller
    WHERE a."id" = ${artworkId} AND (a."visibility" = 'PUBLIC' OR a."ownerId" = caller."id")
  )`

const outcome = Prisma.sql`
  SELECT EXISTS (SELECT 1 FROM caller) AS "isPersonThere",
    (SELECT count FROM work) AS "before", (SELECT count FROM counted) AS "after"`
