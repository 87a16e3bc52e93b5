import type pg from 'pg'
import { changes } from '@/server/cache/changes'
import { replicaLag } from '@/server/metrics/replica-metrics'
import { logger } from './logger'
import { isOnPrimary } from './on-primary'
import { currentRequest } from './request-context'
import { withinTime } from './within-time'

/** Between two comparisons while nothing changes, and while the replica is behind. */
const CALM_MS = 250
const BEHIND_MS = 15
/** A comparison older than this is worth nothing. */
const FRESH_MS = 2_000
/** One that fails is tried again after so long. */
const PAUSE_MS = 1_000
const LIMIT_MS = 3_000

/** Counts of likes are read from the primary: they change too often to wait for. */
const matters = (tags: Iterable<string> | null) => tags === null || [...tags].some((tag) => !tag.startsWith('count:'))

type Pool = Pick<pg.Pool, 'query'>

/**
 * Whether a replica may answer now, so that nobody reads what is older than a change that they know of.
 *
 * A change reaches every process as a notice at its commit (announceChange). From then until the replica has replayed the log up to
 * where the primary stood, this process reads from the primary; so an answer that is made for everybody, and kept, is never made of
 * rows from before the change that dropped the last one. Whoever has written reads from the primary for five seconds besides
 * (`hasWritten` of the request), whatever was announced.
 */
export class ReplicaGate {
  private wanted = 1
  private reached = 0
  private comparedAt = 0
  private wake = () => {}

  constructor(
    private readonly primary: Pool,
    private readonly replica: Pool,
  ) {
    changes.hear((tags) => {
      if (!matters(tags)) return
      this.wanted += 1
      this.wake()
    })
    void this.compareForever()
  }

  isOpen(): boolean {
    if (isOnPrimary() || currentRequest()?.hasWritten || !changes.isListening) return false
    if (this.reached !== this.wanted || Date.now() - this.comparedAt > FRESH_MS) return false
    // A change of this process that is about to be committed.
    return ![...changes.held.values()].some(matters)
  }

  /** It failed: nothing is known of it until the next comparison. */
  close(): void {
    this.comparedAt = 0
  }

  private async compareForever(): Promise<never> {
    for (;;) {
      await this.compare().catch(async (error) => {
        this.comparedAt = 0
        logger.warn({ err: error }, 'the replica cannot be compared')
        await this.pause(PAUSE_MS)
      })
    }
  }

  /** Waits until the replica has all that the primary had when it was asked. */
  private async compare(): Promise<void> {
    const [wanted, askedAt] = [this.wanted, Date.now()]
    const { rows } = await withinTime(
      this.primary.query<{ lsn: string }>('SELECT pg_current_wal_flush_lsn()::text AS lsn'),
      LIMIT_MS,
    )
    for (;;) {
      const { rows: answer } = await withinTime(
        this.replica.query<{ hasAll: boolean }>(
          'SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= $1::pg_lsn AS "hasAll"',
          [rows[0]?.lsn],
        ),
        LIMIT_MS,
      )
      if (answer[0]?.hasAll) break
      // Promoted, or another house's: whatever it is, it does not follow.
      replicaLag.set((Date.now() - Math.max(this.comparedAt, askedAt)) / 1_000)
      await this.pause(BEHIND_MS)
    }
    this.reached = wanted
    this.comparedAt = askedAt
    replicaLag.set((Date.now() - askedAt) / 1_000)
    if (this.wanted === wanted) await this.pause(CALM_MS)
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve
      setTimeout(resolve, ms).unref()
    })
  }
}
