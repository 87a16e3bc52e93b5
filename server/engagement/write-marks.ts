import { Prisma } from '@/generated/prisma/client'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db, type Transaction } from '@/server/platform/db'

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

export interface MarkAnswer {
  isPersonThere: boolean
  /** That the work is there, and this person may see it. */
  isWorkThere: boolean
  /** Of the work, after the whole batch. */
  count: number
  /** Whether this very wish made a row come or go. */
  hasChanged: boolean
}

interface Outcome {
  people: string[]
  viewers: string[]
  changed: string[]
  count: number | null
}

/** Deadlocks with whoever removes several people at once; the whole batch is then rolled back and may be written again. */
const MOST_TRIES = 3
/** Prisma's code of a raw statement that PostgreSQL refused; the reason is in its text. */
const isDeadlock = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2010' && error.message.includes('40P01')

/**
 * Writes wishes of different people for one mark of one work, and moves its count by as many rows as really came and went: one
 * statement, so that the count is exact whatever dies. Locks are taken in one order everywhere: people by id, marks, the work.
 */
export async function writeMarks(wishes: readonly MarkWish[]): Promise<MarkAnswer[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.$transaction((tx) => write(tx, wishes))
    } catch (error) {
      if (tries === MOST_TRIES || !isDeadlock(error)) throw error
    }
  }
}

async function write(tx: Transaction, wishes: readonly MarkWish[]): Promise<MarkAnswer[]> {
  const [first] = wishes
  if (!first) return []
  const [outcome] = await tx.$queryRaw<Outcome[]>(statement(first, wishes))
  const [people, viewers, changed] = [outcome?.people, outcome?.viewers, outcome?.changed].map((ids) => new Set(ids))
  if (changed && changed.size > 0 && first.mark === 'like') await announceChange(tx, [tags.count(first.artworkId)])
  return wishes.map(({ personId }) => ({
    isPersonThere: people?.has(personId) ?? false,
    isWorkThere: viewers?.has(personId) ?? false,
    count: outcome?.count ?? 0,
    hasChanged: changed?.has(personId) ?? false,
  }))
}

function statement({ mark, artworkId }: MarkWish, wishes: readonly MarkWish[]): Prisma.Sql {
  const { table, count } = marks[mark]
  return Prisma.sql`
    WITH wish AS MATERIALIZED (
      SELECT * FROM unnest(${wishes.map((wish) => wish.personId)}::text[], ${wishes.map((wish) => wish.isSet)}::boolean[])
        AS wish ("personId", "isSet")
    ), caller AS MATERIALIZED (
      SELECT p."id", wish."isSet" FROM "Person" p JOIN wish ON wish."personId" = p."id" ORDER BY p."id" FOR KEY SHARE OF p
    ), work AS MATERIALIZED (
      SELECT a."id", a."visibility", a."ownerId", a.${count} AS count FROM "Artwork" a WHERE a."id" = ${artworkId}
    ), viewer AS MATERIALIZED (
      SELECT caller."id", caller."isSet", work."id" AS "artworkId" FROM caller, work
      WHERE work."visibility" = 'PUBLIC' OR work."ownerId" = caller."id"
    ), added AS (
      INSERT INTO ${table} ("personId", "artworkId", "createdAt")
      SELECT "id", "artworkId", now() AT TIME ZONE 'UTC' FROM viewer WHERE "isSet" ORDER BY "id"
      ON CONFLICT DO NOTHING RETURNING "personId"
    ), removed AS (
      DELETE FROM ${table} mark USING viewer
      WHERE mark."personId" = viewer."id" AND mark."artworkId" = viewer."artworkId" AND NOT viewer."isSet"
      RETURNING mark."personId"
    ), change AS MATERIALIZED (
      SELECT (SELECT count(*) FROM added) - (SELECT count(*) FROM removed) AS rows
    ), counted AS (
      UPDATE "Artwork" a SET ${count} = a.${count} + change.rows FROM change
      WHERE a."id" = ${artworkId} AND change.rows <> 0 RETURNING a.${count} AS count
    )
    SELECT coalesce((SELECT count FROM counted), (SELECT count FROM work)) AS count,
      ARRAY(SELECT "id" FROM caller) AS people, ARRAY(SELECT "id" FROM viewer) AS viewers,
      ARRAY(SELECT "personId" FROM added UNION ALL SELECT "personId" FROM removed) AS changed`
}
