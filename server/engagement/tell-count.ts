import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import { shared } from '@/server/platform/shared'
import { announceCount } from '@/server/realtime/announce'

/** A work's count is told at most so often by one process. */
const intervalMs = 250

/** Works whose count is to be told again when their pause is over; false while nothing has changed since the last time. */
const pausing = () => shared('counts-told', () => new Map<string, boolean>())

async function tell(artworkId: string): Promise<void> {
  try {
    // What the row says now, not what a call was answered: processes tell in any order, and the last word must be right.
    const work = await db.artwork.findUnique({ where: { id: artworkId }, select: { likeCount: true } })
    if (work) await announceCount(artworkId, work.likeCount)
  } catch (error) {
    logger.warn({ err: error }, 'count not told')
  }
}

/**
 * Tells everyone who looks at the work how many like it: at once, and then once in a quarter of a second for as long as it changes. To
 * be called after the commit of each change.
 */
export function tellCount(artworkId: string): void {
  const works = pausing()
  if (works.has(artworkId)) {
    works.set(artworkId, true)
    return
  }
  works.set(artworkId, false)
  void tell(artworkId)
  setTimeout(() => {
    const hasChanged = works.get(artworkId) === true
    works.delete(artworkId)
    if (hasChanged) tellCount(artworkId)
  }, intervalMs).unref()
}
