import { type JobName, jobSchemas } from '@/lib/contracts/jobs'
import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import { enqueue } from './enqueue'

/** Entries taken in one go. */
const batch = 50

interface Entry {
  id: bigint
  topic: string
  key: string
  payload: unknown
}

async function send(entry: Entry): Promise<void> {
  const name = entry.topic as JobName
  await enqueue(name, jobSchemas[name].parse(entry.payload), entry.key)
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
          SELECT "id", "topic", "key", "payload" FROM "OutboxEntry" WHERE "dispatchedAt" IS NULL
          ORDER BY "id" LIMIT ${batch} FOR UPDATE SKIP LOCKED`
        for (const entry of entries) {
          await send(entry)
          await tx.outboxEntry.update({
            where: { id: entry.id },
            data: { dispatchedAt: new Date(), attempts: { increment: 1 } },
          })
        }
        return entries.length
      },
      { timeout: 10_000 },
    )
  } catch (error) {
    logger.warn({ err: error }, 'outbox waits')
    return 0
  }
}
