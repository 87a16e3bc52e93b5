import { logger } from '@/server/platform/logger'
import { scrub } from '@/server/storage/scrub'
import { pause } from './pause'

/** Not at once: whoever starts a house wants to see it. */
const FIRST_MS = 10 * 60_000
const DAY_MS = 86_400_000
/** Part of the files that is read whole each day, so that each is about once a month. */
const READ_SHARE = 1 / 30

/** Compares rows and files once a day, until `signal` says stop. */
export async function scrubDaily(signal: AbortSignal): Promise<void> {
  for (await pause(FIRST_MS, signal); !signal.aborted; await pause(DAY_MS, signal)) {
    await scrub({ readShare: READ_SHARE, signal }).then(
      (found) =>
        found.missing.length + found.damaged.length > 0 ? logger.error(found, 'scrub') : logger.info(found, 'scrub'),
      (error) => logger.warn({ err: error }, 'scrub'),
    )
  }
}
