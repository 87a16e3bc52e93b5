import { db } from '@/server/platform/db'

export interface Presence {
  id: string
  modelName: string
  modelVersion: string
  provider: string
  secondsPerMegapixel: number | null
}

/** A worker's sign of life; the database's clock counts, so that a worker with a wrong one does no harm. */
export async function reportPresence({ id, ...facts }: Presence): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "WorkerPresence" ("id", "modelName", "modelVersion", "provider", "secondsPerMegapixel", "seenAt")
    VALUES (${id}, ${facts.modelName}, ${facts.modelVersion}, ${facts.provider}, ${facts.secondsPerMegapixel}, now())
    ON CONFLICT ("id") DO UPDATE SET "modelName" = excluded."modelName", "modelVersion" = excluded."modelVersion",
      "provider" = excluded."provider", "secondsPerMegapixel" = excluded."secondsPerMegapixel", "seenAt" = now()`
}

/** A worker that leaves says so; the silent ones are forgotten after a day. */
export async function endPresence(id: string): Promise<void> {
  await db.$executeRaw`DELETE FROM "WorkerPresence" WHERE "id" = ${id} OR "seenAt" < now() - interval '1 day'`
}
