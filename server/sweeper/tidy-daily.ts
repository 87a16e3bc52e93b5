import { dropOldDays } from '@/server/figures/drop-old-days'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { scrub } from '@/server/storage/scrub'
import { archiveRecords } from './archive-records'
import { pause } from './pause'

/** Not at once: whoever starts a house wants to see it. */
const FIRST_MS = 10 * 60_000
const DAY_MS = 86_400_000
/** Part of the files that is read whole each day, so that each is about once a month. */
const READ_SHARE = 1 / 30

/** What may take long, and need not be done more than once a day: archives, then compares rows and files. Until `signal` says stop. */
export async function tidyDaily(signal: AbortSignal): Promise<void> {
  for (await pause(FIRST_MS, signal); !signal.aborted; await pause(DAY_MS, signal)) {
    try {
      const moved = await archiveRecords(signal)
      await dropOldDays(env.ARCHIVE_MONTHS)
      const found = await scrub({ readShare: READ_SHARE, signal })
      const isWrong = found.missing.length + found.damaged.length > 0
      logger[isWrong ? 'error' : 'info']({ moved, found }, 'daily tidying')
    } catch (error) {
      logger.warn({ err: error }, 'daily tidying')
    }
  }
}
