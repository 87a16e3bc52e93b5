import { type JobName, type JobPayload, jobSchemas } from '@/lib/contracts/jobs'
import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
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

const jobOf = ({ topic, key, payload, priority }: Entry): NewJob => ({
  name: topic as JobName,
  payload: payload as JobPayload<JobName>,
  id: key,
  priority: priority ?? 1,
})

/**
 * Sends what the outbox holds to the queue and marks it. Several processes may run it at once: rows are locked and skipped.
 * A job may be sent twice (a crash between sending and marking), never not at all; its id makes the second one nothing.
 * Never throws: what could not be sent stays for the next time, and the sweeper comes every second.
 */
export async function dispatchOutbox(): Promise<number> {
  try {
    return await db.$transaction(
      async (tx) => {
        const entries = await tx.$queryRaw<Entry[]>`
          SELECT "id", "topic", "key", "payload", "priority" FROM "OutboxEntry" WHERE "dispatchedAt" IS NULL AND "topic" = ANY(${topics})
          ORDER BY "id" LIMIT ${batch} FOR UPDATE SKIP LOCKED`
        if (entries.length === 0) return 0
        await enqueueAll(entries.map(jobOf))
        await tx.outboxEntry.updateMany({
          where: { id: { in: entries.map(({ id }) => id) } },
          data: { dispatchedAt: new Date(), attempts: { increment: 1 } },
        })
        return entries.length
      },
      { timeout: 10_000 },
    )
  } catch (error) {
    logger.warn({ err: error }, 'outbox waits')
    return 0
  }
}
