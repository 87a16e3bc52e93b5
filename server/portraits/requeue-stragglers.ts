import { db } from '@/server/platform/db'
import { enqueue } from '@/server/queue/enqueue'
import { jobId } from './paint-job'

/**
 * Puts orders back into the queue whose job was lost (a flushed Redis, a crash between two steps): accepted, unfinished, and not
 * heard of for `silentSeconds`. Adding a job that is still there changes nothing.
 */
export async function requeueStragglers(silentSeconds: number): Promise<number> {
  const silentSince = new Date(Date.now() - silentSeconds * 1000)
  const rows = await db.portraitOrder.findMany({
    where: {
      OR: [
        { status: 'QUEUED', updatedAt: { lt: silentSince } },
        { status: 'PAINTING', claimsLeft: { gt: 0 }, heartbeatAt: { lt: silentSince } },
      ],
    },
    orderBy: { createdAt: 'asc' },
    select: { id: true, attempt: true },
    take: 100,
  })
  for (const row of rows) await enqueue('paint-portrait', { orderId: row.id }, jobId(row))
  return rows.length
}
