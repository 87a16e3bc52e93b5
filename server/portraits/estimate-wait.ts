import { ordersLeft, type PaceColumns, paceColumns, paceOf } from '@/server/admission/pace-sql'
import { secondsOfWork, type WorkGroup } from '@/server/admission/work'
import { db } from '@/server/platform/db'

export interface Wait {
  /** Orders before this one, those being painted included. */
  position: number
  /** Until it is finished; null while nobody can know. */
  seconds: number | null
}

interface Row extends PaceColumns {
  position: number
  isPaused: boolean | null
  work: WorkGroup[] | null
}

/**
 * Honest by construction: what is left of those being painted, then what waits in the order in which the queue gives it out (turn first,
 * then age), and one's own, at the rates that the living workers measured. Who waits for another one's painting has a place, but is no
 * work. Somebody whose turn is a lower one may still come before it.
 */
export async function estimateWait(orderId: string): Promise<Wait> {
  const [row] = await db.$queryRaw<Row[]>`
    WITH waiting AS (
      SELECT "id", "leaderId", "status", "progress", "quality", "longSide", "allowedSteps" IS NOT NULL AS "isShort",
        row_number() OVER (ORDER BY "status" = 'QUEUED', CASE "status" WHEN 'QUEUED' THEN "turn" ELSE 0 END, "createdAt", "id") AS "place"
      FROM "PortraitOrder" WHERE "status" IN ('QUEUED', 'PAINTING')),
    ahead AS (SELECT * FROM waiting WHERE "place" <= (SELECT "place" FROM waiting WHERE "id" = ${orderId}))
    SELECT ${paceColumns},
      greatest(0, (SELECT count(*) FROM ahead) - 1)::int AS "position",
      (SELECT "queuePausedAt" IS NOT NULL FROM "House" WHERE "id" = 1) AS "isPaused",
      (SELECT json_agg(groups) FROM (
        SELECT "quality", "longSide", "isShort", ${ordersLeft} AS "count" FROM ahead
        WHERE "leaderId" IS NULL OR "id" = ${orderId} GROUP BY 1, 2, 3) groups) AS "work"`
  if (!row) return { position: 0, seconds: null }
  if (row.isPaused) return { position: row.position, seconds: null }
  const seconds = secondsOfWork(row.work ?? [], paceOf(row))
  return { position: row.position, seconds: seconds === null ? null : Math.ceil(seconds) }
}
