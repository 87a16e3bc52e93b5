import { logger } from '@/server/platform/logger'
import { countStorage } from '@/server/storage/count-storage'
import { expireRecords } from './expire-records'
import { pause } from './pause'

const EVERY_MS = 10 * 60_000
/** An order that ended just before a look was still left its previews. */
const GRACE_MS = 2 * 60_000

/** Throws away what nobody needs, and counts what is kept, every ten minutes until `signal` says stop. */
export async function expireSteadily(signal: AbortSignal): Promise<void> {
  let endedSince: Date | undefined
  for (; !signal.aborted; await pause(EVERY_MS, signal)) {
    const began = Date.now()
    // What a store that is away kept is looked at again.
    if (await expireRecords(endedSince)) endedSince = new Date(began - GRACE_MS)
    await countStorage().catch((error: unknown) => logger.warn({ err: error }, 'counting what is kept'))
  }
}
