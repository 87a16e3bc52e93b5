import { db } from '@/server/platform/db'
import { announceProgress } from '@/server/realtime/announce'
import { type ProgressRow, progressEvent } from './progress-event'

/** A step of the painting that orders wait for. */
interface SharedStep {
  stage: string
  progress: number
  loss: number | null
  /** A file of the order that is painted: readers of the others come to it through their own rows alone. */
  previewKey: string
}

/** Shows a step to the orders that wait for this one: the same rows and the same news as if each were painted for itself. */
export async function tellWaiting(leaderId: string, { stage, progress, loss, previewKey }: SharedStep): Promise<void> {
  const rows = await db.$queryRaw<ProgressRow[]>`
    UPDATE "PortraitOrder"
    SET "status" = 'PAINTING', "attempt" = greatest("attempt", 1), "sequence" = "sequence" + 1, "stage" = ${stage},
      "progress" = ${progress}, "loss" = ${loss}, "previewKey" = ${previewKey}, "heartbeatAt" = now() AT TIME ZONE 'UTC',
      "startedAt" = coalesce("startedAt", now() AT TIME ZONE 'UTC'), "updatedAt" = now() AT TIME ZONE 'UTC'
    WHERE "leaderId" = ${leaderId} AND "status" IN ('QUEUED', 'PAINTING')
    RETURNING "id", "attempt", "sequence", "status", "quality", "stage", "progress", "loss", "steps", "stopRequestedAt",
      "previewKey", "failureCode"`
  for (const row of rows) void announceProgress(progressEvent(row))
}
