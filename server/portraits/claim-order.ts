import { db } from '@/server/platform/db'

/** What a worker needs to paint; `attempt` is its fence for every later write. */
export interface Claim {
  id: string
  personId: string
  attempt: number
  claimsLeft: number
  cacheKey: string
  photoSha256: string
  code: Uint8Array
  modelName: string
  modelVersion: string
  strength: number
  longSide: number
  quality: 'SKETCH' | 'PAINTING' | 'MASTER'
  keepColours: boolean
  seed: number
}

/**
 * Takes the order for this worker, whoever held it before: the earlier holder's writes are refused from now on. Null when it is
 * finished, gone, or out of claims (it has then ended as FAILED / gave_up, which the artist sees and may retry).
 */
export async function claimOrder(orderId: string, workerId: string): Promise<Claim | null> {
  const [claim] = await db.$queryRaw<Claim[]>`
    UPDATE "PortraitOrder" o
    SET "status" = 'PAINTING', "attempt" = o."attempt" + 1, "claimsLeft" = o."claimsLeft" - 1, "sequence" = 0, "stage" = NULL,
        "progress" = 0, "workerId" = ${workerId}, "heartbeatAt" = now(), "startedAt" = coalesce(o."startedAt", now()), "updatedAt" = now()
    FROM "Style" s, "Picture" p
    WHERE o."id" = ${orderId} AND o."status" IN ('QUEUED', 'PAINTING') AND o."claimsLeft" > 0
      AND s."id" = o."styleId" AND p."id" = o."photoId"
    RETURNING o."id", o."personId", o."attempt", o."claimsLeft", o."cacheKey", p."fileSha256" AS "photoSha256", s."code",
      s."modelName", s."modelVersion", o."strength", o."longSide", o."quality"::text AS "quality", o."keepColours", o."seed"`
  return claim ?? null
}
