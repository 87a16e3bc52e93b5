import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import { makeNextAvif } from '@/server/storage/make-next-avif'
import { pause } from './pause'

/** Whoever starts a house wants to see it first. */
const FIRST_MS = 60_000
const BETWEEN_MS = 2_000
const NOTHING_MS = 60_000

const isIdle = async () => (await db.portraitOrder.count({ where: { status: { in: ['QUEUED', 'PAINTING'] } } })) === 0

/** Makes the smallest form of what hangs on public view, one at a time, while nobody waits for a portrait. Until `signal` says stop. */
export async function makeAvifsWhenIdle(signal: AbortSignal): Promise<void> {
  for (let wait = FIRST_MS; ; ) {
    await pause(wait, signal)
    if (signal.aborted) return
    try {
      wait = !(await isIdle()) || (await makeNextAvif()) ? BETWEEN_MS : NOTHING_MS
    } catch (error) {
      logger.warn({ err: error }, 'smaller pictures')
      wait = NOTHING_MS
    }
  }
}
