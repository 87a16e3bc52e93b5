import type { WorkerView } from '@/lib/contracts/operations'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { workerSilenceSeconds } from './report-presence'

interface Row extends Omit<WorkerView, 'startedAt'> {
  startedAt: Date
}

/**
 * Every worker heard of in the last day, those at work first. Ages are reckoned by the database's clock, which also dates the reports.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function listWorkers(viewer: Viewer | null): Promise<WorkerView[]> {
  requireRole(viewer, 'OPERATOR')
  const rows = await db.$queryRaw<Row[]>`
    SELECT *, "unheardSeconds" > ${workerSilenceSeconds} AS "isSilent" FROM (
      SELECT "id", "modelName", "modelVersion", "provider", "secondsPerMegapixel", coalesce("notes", '{}') AS "notes",
        "models", "warm", "sizes", "busy", "concurrency", "drainedAt" IS NOT NULL AS "isDrained",
        "startedAt"::timestamptz AS "startedAt", greatest(0, extract(epoch FROM now() - "seenAt"))::float8 AS "unheardSeconds"
      FROM "WorkerPresence" WHERE "seenAt" > now() - interval '1 day') lately
    ORDER BY "isSilent", "startedAt", "id"`
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString() }))
}
