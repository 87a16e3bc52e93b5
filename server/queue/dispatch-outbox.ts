import { type JobName, type JobPayload, jobSchemas } from '@/lib/contracts/jobs'
import { readTolerantly } from '@/lib/contracts/tolerant'
import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import { shared } from '@/server/platform/shared'
import { enqueueAll, type NewJob } from './enqueue'

/** Topics of a newer release are left to its own processes. */
const topics = Object.keys(jobSchemas)

/** Entries taken in one go. */
const batch = 200

interface Entry {
  id: bigint
  topic: string
  key: string
  payload: unknown
  priority: number | null
}

/** Null for a payload that this release cannot read. */
function jobOf({ topic, key, payload, priority }: Entry): NewJob | null {
  const name = topic as JobName
  if (!readTolerantly(jobSchemas[name], payload).success) return null
  return { name, payload: payload as JobPayload<JobName>, id: key, priority: priority ?? 1 }
}

/** Batches that one process sends at once. One alone gives away a quarter of what the queue on Redis can take (docs/decisions/0232). */
const mostAtOnce = 3

interface Sending {
  running: Set<Promise<number>>
  next: Promise<number> | null
}

/**
 * Sends what the outbox holds to the queue and marks it. Several processes may run it at once: rows are locked and skipped. Within one
 * process few run at once, since each holds a connection while the queue is waited for, and a queue that hangs must not take them all;
 * whoever asks meanwhile shares the next run.
 * A job may be sent twice (a crash between sending and marking), never not at all; its id makes the second one nothing.
 * Never throws: what could not be sent stays for the next time, and the sweeper comes every second.
 *
 * @returns how many jobs went out in one go
 */
export function dispatchOutbox(): Promise<number> {
  const sending = shared('outbox', (): Sending => ({ running: new Set(), next: null }))
  if (sending.running.size >= mostAtOnce) {
    sending.next ??= Promise.race(sending.running).then(() => {
      sending.next = null
      return dispatchOutbox()
    })
    return sending.next
  }
  const run = sendBatch().finally(() => sending.running.delete(run))
  sending.running.add(run)
  return run
}

async function sendBatch(): Promise<number> {
  try {
    return await db.$transaction(
      async (tx) => {
        // Marked as they are taken, in one statement: until the commit nobody sees it, and what cannot be sent is rolled back.
        // IS TRUE, so that nothing is looked up by topic, which nearly all rows have in common: they are read in the order in which they are due.
        const entries = await tx.$queryRaw<Entry[]>`
          WITH due AS MATERIALIZED (
            SELECT "id" FROM "OutboxEntry" WHERE "dispatchedAt" IS NULL AND ("topic" = ANY(${topics})) IS TRUE
            ORDER BY "attempts", "id" LIMIT ${batch} FOR UPDATE SKIP LOCKED
          )
          UPDATE "OutboxEntry" e SET "dispatchedAt" = now() AT TIME ZONE 'UTC', "attempts" = e."attempts" + 1
          FROM due WHERE e."id" = due."id" RETURNING e."id", e."topic", e."key", e."payload", e."priority"`
        if (entries.length === 0) return 0
        // The statement gives them in no order.
        entries.sort((one, other) => (one.id < other.id ? -1 : 1))
        const jobs = entries.map((entry) => ({ ...entry, job: jobOf(entry) }))
        const sound = jobs.flatMap(({ job }) => job ?? [])
        await enqueueAll(sound)
        // One that nobody here can read must not hold the others up: it goes to the end of the line, and is tried again.
        const odd = jobs.filter(({ job }) => !job)
        if (odd.length > 0) {
          logger.error(
            { entries: odd.map(({ id, topic }) => ({ id: String(id), topic })) },
            'outbox entries that cannot be read',
          )
          await tx.outboxEntry.updateMany({
            where: { id: { in: odd.map(({ id }) => id) } },
            data: { dispatchedAt: null },
          })
        }
        return sound.length
      },
      { timeout: 10_000 },
    )
  } catch (error) {
    logger.warn({ err: error }, 'outbox waits')
    return 0
  }
}
