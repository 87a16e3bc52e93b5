import { db } from '@/server/platform/db'

/** Workers report every five seconds: one that has missed three reports in a row does not count. */
export const workerSilenceSeconds = 15

export interface Presence {
  id: string
  modelName: string
  modelVersion: string
  provider: string
  secondsPerMegapixel: number | null
  /** Sentences for the operator: what it was asked for and does not have. */
  notes: readonly string[]
}

/** A worker's sign of life; the database's clock counts, so that a worker with a wrong one does no harm. */
export async function reportPresence({ id, notes, ...facts }: Presence): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "WorkerPresence" ("id", "modelName", "modelVersion", "provider", "secondsPerMegapixel", "notes", "seenAt")
    VALUES (${id}, ${facts.modelName}, ${facts.modelVersion}, ${facts.provider}, ${facts.secondsPerMegapixel}, ${notes}, now())
    ON CONFLICT ("id") DO UPDATE SET "modelName" = excluded."modelName", "modelVersion" = excluded."modelVersion",
      "provider" = excluded."provider", "secondsPerMegapixel" = excluded."secondsPerMegapixel", "notes" = excluded."notes",
      "seenAt" = now()`
}

/** A worker that leaves says so; the silent ones are forgotten after a day. */
export async function endPresence(id: string): Promise<void> {
  await db.$executeRaw`DELETE FROM "WorkerPresence" WHERE "id" = ${id} OR "seenAt" < now() - interval '1 day'`
}
