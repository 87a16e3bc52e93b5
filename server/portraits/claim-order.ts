import type { PortraitQuality } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { type KeptStyle, readKeptStyle } from '@/server/styles/read-kept-style'

interface ClaimedRow {
  id: string
  personId: string
  attempt: number
  claimsLeft: number
  cacheKey: string
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
  /** The artist said so to an earlier claimant, who did not live to heed it. */
  isStopRequested: boolean
}

/** What a worker needs to paint; `attempt` is its fence for every later write. */
export interface Claim extends Omit<ClaimedRow, 'styleId' | 'blendStyleId' | 'blendPart'> {
  style: KeptStyle
  /** A second manner and its part, 0 to 1. */
  blend: { style: KeptStyle; part: number } | null
}

/**
 * Takes the order for this worker, whoever held it before: the earlier holder's writes are refused from now on. Null when it is
 * finished, gone, or out of claims (it has then ended as FAILED / gave_up, which the artist sees and may retry).
 */
export async function claimOrder(orderId: string, workerId: string): Promise<Claim | null> {
  const [row] = await db.$queryRaw<ClaimedRow[]>`
    UPDATE "PortraitOrder" o
    SET "status" = 'PAINTING', "attempt" = o."attempt" + 1, "claimsLeft" = o."claimsLeft" - 1, "sequence" = 0, "stage" = NULL,
        "progress" = 0, "loss" = NULL, "steps" = 0, "workerId" = ${workerId}, "heartbeatAt" = now(),
        "startedAt" = coalesce(o."startedAt", now()), "updatedAt" = now()
    FROM "Picture" p
    WHERE o."id" = ${orderId} AND o."status" IN ('QUEUED', 'PAINTING') AND o."claimsLeft" > 0 AND p."id" = o."photoId"
    RETURNING o."id", o."personId", o."attempt", o."claimsLeft", o."cacheKey", p."fileSha256" AS "photoSha256", o."styleId",
      o."blendStyleId", o."blendPart", o."strength", o."strokes", o."longSide", o."quality"::text AS "quality", o."keepColours",
      o."seed", o."stopRequestedAt" IS NOT NULL AS "isStopRequested"`
  if (!row) return null
  const { styleId, blendStyleId, blendPart: part, ...claim } = row
  const [style, second] = await Promise.all([readKeptStyle(styleId), blendStyleId ? readKeptStyle(blendStyleId) : null])
  return { ...claim, style, blend: second && { style: second, part } }
}
