import { v7 as timeOrderedId } from 'uuid'
import { Prisma } from '@/generated/prisma/client'
import type { NoticeContent } from '@/lib/contracts/notices'
import { aboutPortrait } from '@/server/notices/tell'
import { db } from '@/server/platform/db'
import { isPassing } from '@/server/platform/is-passing'
import { logger } from '@/server/platform/logger'
import { writeTogether } from '@/server/platform/write-together'
import type { PictureFacts } from '@/server/storage/describe-picture'
import { sharedLock } from '@/server/storage/keep-file'
import { hourAgo, usedSince } from './finish-from-result'
import type { OrderWishes } from './order-wishes'

/** The picture that was the photo of an earlier order of theirs, or one made of a file, whose bytes the house keeps. */
export type KeptPhoto = { earlierPhotoId: string } | { file: PictureFacts & { sourceSha256: string } }

/** An order of a photo that is kept, and the key under which there was a painting of it a moment ago. */
export interface PaintedOrder extends OrderWishes {
  personId: string
  idempotencyKey: string
  photo: KeptPhoto
  /** Those of its manners that are works'. */
  workIds: readonly string[]
  cacheKey: string
  wishKey: string
  seed: number
  rung: number
  wishedQuality?: string
  wishedLongSide?: number
  allowedSteps: number | null
  traceparent: string | null
}

/** Rows of a batch; their statement takes a few milliseconds. */
const most = 100

/**
 * Whatever it needs is held until the commit, so that who takes it away waits, and then finds the order: the painting's row and with it
 * its file, the photo's (of a file that was sent as `holdFile` does it), and the works whose manners they are. An order for which one of
 * them is gone already is not among those that are accepted.
 */
async function acceptAll(orders: readonly PaintedOrder[]): Promise<(string | null)[]> {
  const wished = orders.map(({ photo, ...order }) => {
    const id = timeOrderedId()
    const notice: NoticeContent = { kind: 'portrait-done', orderId: id }
    return { ...order, ...photo, id, noticeId: timeOrderedId(), notice, noticeAbout: aboutPortrait(id) }
  })
  const accepted = await db.$queryRaw<{ id: string }[]>`
    WITH wished AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(wished)}::jsonb) AS w ("id" text, "noticeId" text, "notice" jsonb,
        "noticeAbout" text, "personId" text, "idempotencyKey" text, "earlierPhotoId" text, "file" jsonb, "workIds" jsonb, "cacheKey" text, "wishKey" text, "styleId" text,
        "blendStyleId" text, "blendPart" float8, "strength" float8, "strokes" float8, "longSide" int, "quality" "PortraitQuality",
        "keepColours" boolean, "seed" int, "rung" int, "wishedQuality" "PortraitQuality", "wishedLongSide" int, "allowedSteps" int,
        "traceparent" text)),
    result AS MATERIALIZED (
      SELECT * FROM "PortraitResult" WHERE "cacheKey" IN (SELECT "cacheKey" FROM wished) AND "lastUsedAt" >= ${usedSince()}
        AND "blur" IS NOT NULL AND "colour" IS NOT NULL FOR KEY SHARE),
    earlier AS MATERIALIZED (
      SELECT * FROM "Picture" WHERE "id" IN (SELECT "earlierPhotoId" FROM wished) FOR KEY SHARE),
    sent AS MATERIALIZED (
      SELECT "id", "file"->>'sha256' AS "fileSha256", ("file"->>'width')::int AS "width", ("file"->>'height')::int AS "height",
        "file"->>'blur' AS "blur", "file"->>'colour' AS "colour", "file"->>'sourceSha256' AS "sourceSha256"
      FROM wished WHERE "file" IS NOT NULL),
    held AS MATERIALIZED (
      SELECT "fileSha256", ${sharedLock(Prisma.sql`"fileSha256"`)}
      FROM (SELECT DISTINCT "fileSha256" FROM sent) files),
    kept AS MATERIALIZED (
      SELECT "sha256" FROM "StoredFile" WHERE "sha256" IN (SELECT "fileSha256" FROM held) FOR KEY SHARE),
    photo AS MATERIALIZED (
      SELECT w."id", p."fileSha256", p."width", p."height", p."blur", p."colour", p."sourceSha256"
      FROM wished w JOIN earlier p ON p."id" = w."earlierPhotoId" AND p."ownerId" = w."personId"
      UNION ALL SELECT sent.* FROM sent JOIN kept ON kept."sha256" = sent."fileSha256"),
    work AS MATERIALIZED (
      SELECT "id" FROM "Artwork" WHERE "id" IN (SELECT jsonb_array_elements_text("workIds") FROM wished) FOR KEY SHARE),
    ready AS MATERIALIZED (
      SELECT w.*, gen_random_uuid()::text AS "photoId", gen_random_uuid()::text AS "paintingId", r."id" AS "resultId",
        r."steps", r."loss"
      FROM wished w JOIN result r ON r."cacheKey" = w."cacheKey" JOIN photo p ON p."id" = w."id"
      WHERE w."workIds" <@ (SELECT coalesce(jsonb_agg("id"), '[]') FROM work) AND w."styleId" IN (SELECT "id" FROM "Style")
        AND (w."blendStyleId" IS NULL OR w."blendStyleId" IN (SELECT "id" FROM "Style"))),
    pictures AS (
      INSERT INTO "Picture" ("id", "ownerId", "fileSha256", "width", "height", "blur", "colour", "sourceSha256")
      SELECT o."photoId", o."personId", p."fileSha256", p."width", p."height", p."blur", p."colour", p."sourceSha256"
      FROM ready o JOIN photo p ON p."id" = o."id"
      UNION ALL
      SELECT o."paintingId", o."personId", r."fileSha256", r."width", r."height", r."blur", r."colour", NULL
      FROM ready o JOIN result r ON r."id" = o."resultId"),
    ended AS (
      INSERT INTO "PortraitOrder" ("id", "personId", "idempotencyKey", "photoId", "styleId", "strength", "strokes", "blendStyleId",
        "blendPart", "longSide", "quality", "seed", "keepColours", "cacheKey", "wishKey", "rung", "wishedQuality", "wishedLongSide",
        "allowedSteps", "traceparent", "status", "paintingId", "resultId", "steps", "loss", "progress", "sequence", "finishedAt",
        "updatedAt")
      SELECT "id", "personId", "idempotencyKey", "photoId", "styleId", "strength", "strokes", "blendStyleId", "blendPart", "longSide",
        "quality", "seed", "keepColours", "cacheKey", "wishKey", "rung", "wishedQuality", "wishedLongSide", "allowedSteps",
        "traceparent", 'PAINTED', "paintingId", "resultId", "steps", "loss", 1, 1, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
      FROM ready RETURNING "id"),
    told AS (
      INSERT INTO "Notice" ("id", "personId", "content", "about")
      SELECT o."noticeId", o."personId", o."notice", o."noticeAbout"
      FROM ready o JOIN "Person" person ON person."id" = o."personId" WHERE NOT person."isAnonymous"),
    used AS (
      UPDATE "PortraitResult" SET "lastUsedAt" = ${new Date()}
      WHERE "id" IN (SELECT "resultId" FROM ready) AND "lastUsedAt" < ${hourAgo()})
    SELECT "id" FROM ended`
  const ids = new Set(accepted.map(({ id }) => id))
  return wished.map(({ id }) => (ids.has(id) ? id : null))
}

const accept = writeTogether<PaintedOrder, string | null>({
  laneOf: () => 'all',
  nameOf: ({ personId, idempotencyKey }) => `${personId} ${idempotencyKey}`,
  most,
  write: acceptAll,
})

/**
 * Accepts an order whose painting is there already, ended from the first: on an opening night most are like that, and those that come
 * at the same moment are written by one statement and one commit (docs/decisions/0192).
 *
 * @throws what tells that the database is away
 * @returns its id; null where it has to go the long way: its painting is gone by now, or one of the batch, perhaps another one, clashed
 */
export async function acceptPainted(order: PaintedOrder): Promise<string | null> {
  try {
    return await accept(order)
  } catch (error) {
    // Alone it would wait for the same database as long again.
    if (isPassing(error)) throw error
    logger.debug({ err: error }, 'orders accepted one by one')
    return null
  }
}
