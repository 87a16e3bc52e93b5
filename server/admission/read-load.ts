import type { Rung } from '@/lib/contracts/admission'
import { db } from '@/server/platform/db'
import type { PaintingOutcome } from './breaker'
import { ordersLeft, type PaceColumns, paceColumns, paceOf } from './pace-sql'
import { ticketsInBlock } from './tickets-in-block'
import type { Pace, WorkGroup } from './work'

/** How paintings ended is looked at for so long; a breaker that nobody asked anything for that time is forgotten. */
const outcomeMinutes = 10
const mostOutcomes = 500

export interface Load {
  queue: WorkGroup[]
  /** Orders that wait or are painted; those that wait for another one's painting are no work. */
  orders: number
  pace: Pace
  forcedRung: Rung | null
  /** An operator has paused the queue: the door is closed as long. */
  isPaused: boolean
  /** Oldest first, `at` by this process' clock. */
  outcomes: (PaintingOutcome & { model: string })[]
  /** The latest number given to an order that came to a closed door. */
  lastTicket: number
}

interface Row extends PaceColumns {
  queue: WorkGroup[] | null
  orders: number
  forcedRung: number | null
  isPaused: boolean | null
  outcomes: { model: string; isFailure: boolean; ageMs: number }[] | null
  lastBlock: number
}

/** Everything that the ladder is reckoned from, in one question to the database. */
export async function readLoad(): Promise<Load> {
  const [row] = await db.$queryRaw<[Row]>`
    SELECT ${paceColumns},
      (SELECT json_agg(groups) FROM (
        SELECT "quality", "longSide", "allowedSteps" IS NOT NULL AS "isShort", ${ordersLeft} AS "count" FROM "PortraitOrder"
        WHERE "status" IN ('QUEUED', 'PAINTING') AND "leaderId" IS NULL GROUP BY 1, 2, 3) groups) AS "queue",
      (SELECT count(*)::int FROM "PortraitOrder" WHERE "status" IN ('QUEUED', 'PAINTING') AND "leaderId" IS NULL) AS "orders",
      (SELECT "forcedRung" FROM "AdmissionSwitch" WHERE "id" = 1) AS "forcedRung",
      (SELECT "queuePausedAt" IS NOT NULL FROM "House" WHERE "id" = 1) AS "isPaused",
      (SELECT json_agg(lately ORDER BY "id") FROM (
        SELECT "id", "modelName" || ' ' || "modelVersion" AS "model", "isFailure",
          greatest(0, extract(epoch FROM now() - "at") * 1000)::float8 AS "ageMs"
        FROM "PaintingOutcome" WHERE "at" > now() - make_interval(mins => ${outcomeMinutes})
        ORDER BY "id" DESC LIMIT ${mostOutcomes}) lately) AS "outcomes",
      (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM "ClosedDoorTicket_id_seq")::float8 AS "lastBlock"`
  const now = Date.now()
  return {
    queue: row.queue ?? [],
    orders: row.orders,
    pace: paceOf(row),
    forcedRung: row.forcedRung as Rung | null,
    isPaused: row.isPaused ?? false,
    outcomes: (row.outcomes ?? []).map(({ model, isFailure, ageMs }) => ({ model, isFailure, at: now - ageMs })),
    lastTicket: row.lastBlock * ticketsInBlock,
  }
}
