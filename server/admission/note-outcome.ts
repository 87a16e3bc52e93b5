import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'

interface Model {
  modelName: string
  modelVersion: string
}

/** Notes how a painting ended, for the circuit breaker of every process. Never throws: what cannot be noted does not count. */
async function noteOutcome({ modelName, modelVersion }: Model, isFailure: boolean): Promise<void> {
  try {
    await db.$executeRaw`
      WITH old AS (DELETE FROM "PaintingOutcome" WHERE "id" IN (
        SELECT "id" FROM "PaintingOutcome" WHERE "at" < now() - interval '1 hour' ORDER BY "id" LIMIT 20 FOR UPDATE SKIP LOCKED))
      INSERT INTO "PaintingOutcome" ("modelName", "modelVersion", "isFailure", "at")
      VALUES (${modelName}, ${modelVersion}, ${isFailure}, now())`
  } catch (error) {
    logger.warn({ err: error }, 'outcome of a painting not noted')
  }
}

/**
 * Runs a painting and notes how it ended. A failure for which `isPainters` says no (the order's own fault, a cancelled order) counts
 * as neither.
 */
export async function watchPainting<T>(
  model: Model,
  paint: () => Promise<T>,
  isPainters: (error: unknown) => boolean,
): Promise<T> {
  try {
    const painted = await paint()
    await noteOutcome(model, false)
    return painted
  } catch (error) {
    if (isPainters(error)) await noteOutcome(model, true)
    throw error
  }
}
