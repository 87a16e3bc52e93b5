import { type JobName, type JobPayload, jobSchemas } from '@/lib/contracts/jobs'
import { readTolerantly } from '@/lib/contracts/tolerant'
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

/** Null for a payload that this release cannot read. */
function jobOf({ topic, key, payload, priority }: Entry): NewJob | null {
  const name = topic as JobName
  if (!readTolerantly(jobSchemas[name], payload).success) return null
  return { name, payload: payload as JobPayload<JobName>, id: key, priority: priority ?? 1 }
}

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
          ORDER BY "attempts", "id" LIMIT ${batch} FOR UPDATE SKIP LOCKED`
        if (entries.length === 0) return 0
        const jobs = entries.map((entry) => ({ ...entry, job: jobOf(entry) }))
        const sound = jobs.flatMap(({ job }) => job ?? [])
        await enqueueAll(sound)
        const sent = jobs.filter(({ job }) => job).map(({ id }) => id)
        // A list as one value, so that the statement is the same one whatever its length.
        await tx.$executeRaw`
          UPDATE "OutboxEntry" SET "dispatchedAt" = now() AT TIME ZONE 'UTC', "attempts" = "attempts" + 1 WHERE "id" = ANY(${sent})`
        // One that nobody here can read must not hold the others up: it goes to the end of the line, and is tried again.
        const odd = jobs.filter(({ job }) => !job)
        if (odd.length > 0) {
          logger.error(
            { entries: odd.map(({ id, topic }) => ({ id: String(id), topic })) },
            'outbox entries that cannot be read',
          )
          await tx.outboxEntry.updateMany({
            where: { id: { in: odd.map(({ id }) => id) } },
            data: { attempts: { increment: 1 } },
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
