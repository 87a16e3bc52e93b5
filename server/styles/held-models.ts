import type { Database } from '@/server/platform/db'
import { workerSilenceSeconds } from '@/server/workers/report-presence'

/**
 * The networks (`modelLabel`) that living workers paint with, drained ones left out: they take no orders.
 *
 * @param exceptId a worker that knows its own better than its last report
 */
export async function readHeldModels(tx: Pick<Database, '$queryRaw'>, exceptId: string | null): Promise<Set<string>> {
  // Workers of a release before told the one network that they painted with.
  const rows = await tx.$queryRaw<{ model: string }[]>`
    SELECT DISTINCT unnest("models" || ("modelName" || ' ' || "modelVersion")) AS "model" FROM "WorkerPresence"
    WHERE "id" IS DISTINCT FROM ${exceptId} AND "drainedAt" IS NULL AND "seenAt" > now() - make_interval(secs => ${workerSilenceSeconds})`
  return new Set(rows.map(({ model }) => model))
}
