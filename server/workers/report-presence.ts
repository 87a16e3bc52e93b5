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
  /** Long sides (px) that it takes, its networks as `name version`, and those of them that it holds open. */
  sizes?: readonly number[]
  models?: readonly string[]
  warm?: readonly string[]
  /** Orders that it paints now, and at most at once. */
  busy?: number
  concurrency?: number
}

/**
 * A worker's sign of life; the database's clock counts, so that a worker with a wrong one does no harm.
 *
 * @returns whether an operator wants it to take nothing new
 */
export async function reportPresence({ id, notes, ...facts }: Presence): Promise<{ isDrained: boolean }> {
  const { sizes = [], models = [], warm = [], busy = 0, concurrency = 1 } = facts
  const [row] = await db.$queryRaw<{ isDrained: boolean }[]>`
    INSERT INTO "WorkerPresence" ("id", "modelName", "modelVersion", "provider", "secondsPerMegapixel", "notes", "sizes", "models",
      "warm", "busy", "concurrency", "seenAt")
    VALUES (${id}, ${facts.modelName}, ${facts.modelVersion}, ${facts.provider}, ${facts.secondsPerMegapixel}, ${notes}, ${sizes},
      ${models}, ${warm}, ${busy}, ${concurrency}, now())
    ON CONFLICT ("id") DO UPDATE SET "modelName" = excluded."modelName", "modelVersion" = excluded."modelVersion",
      "provider" = excluded."provider", "secondsPerMegapixel" = excluded."secondsPerMegapixel", "notes" = excluded."notes",
      "sizes" = excluded."sizes", "models" = excluded."models", "warm" = excluded."warm", "busy" = excluded."busy",
      "concurrency" = excluded."concurrency", "seenAt" = now()
    RETURNING "drainedAt" IS NOT NULL AS "isDrained"`
  return { isDrained: row?.isDrained ?? false }
}

/** A worker that leaves says so; the silent ones are forgotten after a day. */
export async function endPresence(id: string): Promise<void> {
  await db.$executeRaw`DELETE FROM "WorkerPresence" WHERE "id" = ${id} OR "seenAt" < now() - interval '1 day'`
}
