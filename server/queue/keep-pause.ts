import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import { withinTime } from '@/server/platform/within-time'
import { producer } from './producer'

const PATIENCE_MS = 3_000

/**
 * Makes the queue as paused as the house says it is. The house's row is the truth, since it outlives a flushed Redis and a crash between
 * the two; the sweeper compares them again and again. Never rejects.
 */
export async function keepPause(): Promise<void> {
  try {
    await withinTime(compare(), PATIENCE_MS)
  } catch (error) {
    logger.warn({ err: error }, 'whether the queue is paused could not be told to it')
  }
}

async function compare() {
  const row = await db.house.findUnique({ where: { id: 1 }, select: { queuePausedAt: true } })
  const isToRest = row?.queuePausedAt != null
  if (isToRest === (await producer().isPaused())) return
  await (isToRest ? producer().pause() : producer().resume())
}
