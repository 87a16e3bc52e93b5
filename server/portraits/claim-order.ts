import { Prisma } from '@/generated/prisma/client'
import type { Rung } from '@/lib/contracts/admission'
import type { PortraitQuality } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { type KeptStyle, readKeptStyle } from '@/server/styles/read-kept-style'
import { livingSeconds, mostLapses, setAsideIfDangerous } from './set-aside'
import { type Abilities, weighOrder } from './weigh-order'

interface ClaimedRow {
  id: string
  personId: string
  attempt: number
  claimsLeft: number
  cacheKey: string
  wishKey: string | null
  photoSha256: string
  styleId: string
  blendStyleId: string | null
  blendPart: number
  strength: number
  strokes: number
  longSide: number
  quality: PortraitQuality
  keepColours: boolean
  seed: number
  /** Refinement steps that the hour of the order left; null for as many as the quality has. */
  allowedSteps: number | null
  /** Of the overload ladder, when it was ordered. */
  rung: Rung
  /** The artist said so to an earlier claimant, who did not live to heed it. */
  isStopRequested: boolean
  /** From its acceptance to this claim, by the database's clock. */
  waitedSeconds: number
  /** From the first claim since it was placed, or retried by its artist, to this one. */
  triedSeconds: number
  traceparent: string | null
}

/** What a worker needs to paint; `attempt` is its fence for every later write. */
export interface Claim extends Omit<ClaimedRow, 'styleId' | 'blendStyleId' | 'blendPart'> {
  style: KeptStyle
  /** A second manner and its part, 0 to 1. */
  blend: { style: KeptStyle; part: number } | null
}

const now = Prisma.sql`now() AT TIME ZONE 'UTC'`
/**
 * Another worker said so little ago that it paints: the queue took its job for stalled, perhaps because their clocks are minutes apart.
 * Beats come every second (worker/jobs/paint-portrait.ts), so one that is really gone is silent longer than this when its lock lapses.
 */
const isInLivingHands = (workerId: string) => Prisma.sql`coalesce(
  o."status" = 'PAINTING' AND o."workerId" <> ${workerId} AND o."heartbeatAt" > ${now} - make_interval(secs => ${livingSeconds}), false)`
/** Another worker held it, and never said how it ended. */
const hasLapsed = (workerId: string) =>
  Prisma.sql`(o."status" = 'PAINTING' AND o."workerId" IS NOT NULL AND o."workerId" <> ${workerId})::int`
/** The answer to this worker's own claim was lost on its way, or its giving back: it lives, so that it was not the order that stopped it. */
const isTakenAnew = (workerId: string) =>
  Prisma.sql`(o."status" = 'PAINTING' AND o."workerId" IS NOT DISTINCT FROM ${workerId})::int`
const begun = Prisma.sql`
  "status" = 'PAINTING', "attempt" = o."attempt" + 1, "sequence" = 0, "stage" = NULL, "progress" = 0, "loss" = NULL, "steps" = 0,
  "heartbeatAt" = ${now}, "startedAt" = coalesce(o."startedAt", ${now}), "updatedAt" = ${now}`

/**
 * Takes the order for this worker, whoever held it before: the earlier holder's writes are refused from now on. Those that wait for the
 * same painting begin with it. Null when it is finished, gone, in the hands of a living worker, waits for another one, is out of claims (it then ends as FAILED / gave_up),
 * or has stopped two workers (it then ends as FAILED / set_aside); the artist sees both, and may retry.
 *
 * @param abilities of the worker; without them it takes everything
 * @throws {Declined} where another worker should take it
 */
export async function claimOrder(orderId: string, workerId: string, abilities?: Abilities): Promise<Claim | null> {
  if (abilities) await weighOrder(orderId, workerId, abilities)
  const [row] = await db.$queryRaw<ClaimedRow[]>`
    WITH claimed AS (
    UPDATE "PortraitOrder" o
    SET ${begun}, "claimsLeft" = o."claimsLeft" - 1 + ${isTakenAnew(workerId)}, "lapses" = o."lapses" + ${hasLapsed(workerId)}, "workerId" = ${workerId}
    FROM "Picture" p
    WHERE o."id" = ${orderId} AND o."status" IN ('QUEUED', 'PAINTING') AND o."leaderId" IS NULL AND o."claimsLeft" + ${isTakenAnew(workerId)} > 0
      AND o."lapses" + ${hasLapsed(workerId)} < ${mostLapses} AND NOT ${isInLivingHands(workerId)} AND p."id" = o."photoId"
    RETURNING o."id", o."personId", o."attempt", o."claimsLeft", o."cacheKey", o."wishKey", p."fileSha256" AS "photoSha256", o."styleId",
      o."blendStyleId", o."blendPart", o."strength", o."strokes", o."longSide", o."quality"::text AS "quality", o."keepColours",
      o."seed", o."allowedSteps", o."rung", o."stopRequestedAt" IS NOT NULL AS "isStopRequested", o."traceparent",
      extract(epoch FROM ${now} - o."createdAt")::float8 AS "waitedSeconds",
      extract(epoch FROM ${now} - o."startedAt")::float8 AS "triedSeconds"
    ), waiting AS (
      UPDATE "PortraitOrder" o SET ${begun} FROM claimed
      WHERE o."leaderId" = claimed."id" AND o."status" IN ('QUEUED', 'PAINTING')
    ) SELECT * FROM claimed`
  if (!row) {
    await setAsideIfDangerous(orderId)
    return null
  }
  const { styleId, blendStyleId, blendPart: part, ...claim } = row
  const [style, second] = await Promise.all([readKeptStyle(styleId), blendStyleId ? readKeptStyle(blendStyleId) : null])
  return { ...claim, style, blend: second && { style: second, part } }
}
