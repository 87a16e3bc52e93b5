import { setTimeout as sleep } from 'node:timers/promises'
import { artworkChannel } from '@/lib/contracts/realtime'
import { changes } from '@/server/cache/changes'
import { listenForChanges } from '@/server/cache/listen-for-changes'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import type { Io } from '@/server/realtime/create-io'

/** Between two tellings of one work's count, ms. */
const intervalMs = 250
/** Works whose counts are read with one statement. */
const mostTogether = 500
/** Tells for so long at a stretch, ms, and then leaves the process to others for as long. */
const sliceMs = 20
/** Until counts that could not be read are asked for again, ms. */
const retryMs = 1_000

/** What follows the prefix that `name` gives; nothing where it begins otherwise. */
function idIn(text: string, name: (id: string) => string): string[] {
  const prefix = name('')
  return text.startsWith(prefix) ? [text.slice(prefix.length)] : []
}

/**
 * Tells this process' sockets the counts of the works that they follow. Each process tells its own, since each hears of every change
 * anyway: what one listener hears does not depend on how many processes write.
 */
class CountTeller {
  /** Works whose count is to be read and told. */
  private readonly due = new Set<string>()
  /** Works that were told a moment ago; true for those that have changed since. */
  private readonly pausing = new Map<string, boolean>()
  private isTelling = false

  constructor(private readonly io: Io) {}

  /** Takes note of what has changed; null: anything may have. */
  note(changed: readonly string[] | null): void {
    const works = changed
      ? changed.flatMap((tag) => idIn(tag, tags.count)).filter((id) => this.isFollowed(id))
      : [...this.io.of('/').adapter.rooms.keys()].flatMap((channel) => idIn(channel, artworkChannel))
    this.want(works)
    void this.tellDue()
  }

  private want(works: readonly string[]): void {
    for (const id of works) {
      if (this.pausing.has(id)) this.pausing.set(id, true)
      else this.due.add(id)
    }
  }

  private isFollowed(artworkId: string): boolean {
    return this.io.of('/').adapter.rooms.has(artworkChannel(artworkId))
  }

  private async tellDue(): Promise<void> {
    if (this.isTelling) return
    this.isTelling = true
    while (this.due.size > 0) {
      const works = [...this.due].slice(0, mostTogether)
      for (const id of works) this.due.delete(id)
      try {
        await this.tell(works)
      } catch (error) {
        logger.warn({ err: error }, 'counts not told yet')
        this.want(works)
        await sleep(retryMs, undefined, { ref: false })
      }
    }
    this.isTelling = false
  }

  private async tell(works: string[]): Promise<void> {
    // What the rows say now, not what a call was answered: the last word must be right, in whatever order notices come.
    const rows = await db.artwork.findMany({ where: { id: { in: works } }, select: { id: true, likeCount: true } })
    let beganAt = performance.now()
    for (const { id, likeCount } of rows) {
      this.pause(id)
      this.io.local.to(artworkChannel(id)).emit('artwork:count', { artworkId: id, likeCount })
      const tookMs = performance.now() - beganAt
      if (tookMs < sliceMs) continue
      await sleep(tookMs, undefined, { ref: false })
      beganAt = performance.now()
    }
  }

  private pause(id: string): void {
    // What changed since it was read is told after the pause.
    this.pausing.set(id, this.due.delete(id))
    const end = () => {
      const hasChanged = this.pausing.get(id) === true
      this.pausing.delete(id)
      if (hasChanged && this.isFollowed(id)) this.due.add(id)
      void this.tellDue()
    }
    setTimeout(end, intervalMs).unref()
  }
}

/**
 * From now on this process tells its sockets each count that changes, whichever process changed it: at once, and then once in a quarter
 * of a second for as long as it changes, less often where it would take more than half of the process' time.
 */
export function startCounts(io: Io): void {
  const teller = new CountTeller(io)
  changes.hear((changed, _isGone, isCommitted) => {
    if (isCommitted) teller.note(changed)
  })
  listenForChanges()
}
