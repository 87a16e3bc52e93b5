import type { Transaction } from '@/server/platform/db'
import { joinQueue } from './join-queue'
import { waitForFreeLeader } from './share-painting'

interface Moved {
  id: string
  attempt: number
  turn: number
  cacheKey: string
  isHeir: boolean
}

/**
 * To be called when an order ends without a painting for those that wait for it: the eldest of them is painted in its place, and the
 * others wait for that one; or all for another one with the same key, which somebody ordered after this one was stopped. All of them are queued again, under a new attempt, since nothing of the old one may speak any more.
 *
 * @returns whom to tell after the commit
 */
export async function promoteWaiting(tx: Transaction, leaderId: string): Promise<string[]> {
  const moved = await tx.$queryRaw<Moved[]>`
    WITH heir AS (
      SELECT "id" FROM "PortraitOrder" WHERE "leaderId" = ${leaderId} AND "status" IN ('QUEUED', 'PAINTING')
      ORDER BY "createdAt", "id" LIMIT 1 FOR UPDATE)
    UPDATE "PortraitOrder" o
    SET "leaderId" = nullif(heir."id", o."id"), "status" = 'QUEUED', "attempt" = o."attempt" + 1, "sequence" = 0, "stage" = NULL,
      "progress" = 0, "loss" = NULL, "previewKey" = NULL, "heartbeatAt" = NULL, "queuedAt" = now() AT TIME ZONE 'UTC',
      "updatedAt" = now() AT TIME ZONE 'UTC'
    FROM heir WHERE o."leaderId" = ${leaderId} AND o."status" IN ('QUEUED', 'PAINTING')
    RETURNING o."id", o."attempt", o."turn", o."cacheKey", o."id" = heir."id" AS "isHeir"`
  const heir = moved.find(({ isHeir }) => isHeir)
  if (heir && !(await waitForFreeLeader(tx, heir, leaderId))) await joinQueue(tx, heir)
  return moved.map(({ id }) => id)
}
