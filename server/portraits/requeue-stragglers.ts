import { db } from '@/server/platform/db'
import { secondsAgo } from '@/server/platform/seconds-ago'
import { enqueueAll, type NewJob } from '@/server/queue/enqueue'
import { passOn } from './finish-waiting'
import { jobId, paintTopic } from './paint-job'
import { waitForLeader } from './share-painting'

/** Rows that are looked at in one round. */
const most = 100

/**
 * Puts orders back into the queue whose job was lost (a flushed Redis, a crash between two steps): accepted, unfinished, and not
 * heard of for `silentSeconds`. Adding a job that is still there changes nothing. Orders that wait for another one with the same key are
 * not among them; those whose leader has ended without them are sent on.
 */
export async function requeueStragglers(silentSeconds: number): Promise<number> {
  const silentSince = await secondsAgo(silentSeconds)
  const rows = await db.portraitOrder.findMany({
    where: {
      leaderId: null,
      OR: [
        { status: 'QUEUED', queuedAt: { lt: silentSince } },
        {
          status: 'PAINTING',
          claimsLeft: { gt: 0 },
          OR: [{ heartbeatAt: { lt: silentSince } }, { heartbeatAt: null }],
        },
      ],
    },
    orderBy: { createdAt: 'asc' },
    select: { id: true, attempt: true, cacheKey: true, turn: true, stopRequestedAt: true },
    take: most,
  })
  const shared = await sharedKeys(rows.map(({ cacheKey }) => cacheKey))
  const lost: NewJob[] = []
  for (const row of rows) {
    // Several with one key are left where somebody deleted all that was theirs, and the leader with it.
    const mayWait = shared.has(row.cacheKey) && !row.stopRequestedAt
    if (mayWait && (await db.$transaction((tx) => waitForLeader(tx, row)))) continue
    lost.push({ name: paintTopic, payload: { orderId: row.id }, id: jobId(row), priority: row.turn })
  }
  await enqueueAll(lost)
  return rows.length + (await passOnAbandoned(silentSince))
}

/** Those of the keys under which more than one order is to be painted for itself. */
async function sharedKeys(keys: string[]): Promise<Set<string>> {
  const groups = await db.portraitOrder.groupBy({
    by: ['cacheKey'],
    where: { cacheKey: { in: keys }, leaderId: null, status: { in: ['QUEUED', 'PAINTING'] } },
    having: { cacheKey: { _count: { gt: 1 } } },
  })
  return new Set(groups.map(({ cacheKey }) => cacheKey))
}

async function passOnAbandoned(silentSince: Date): Promise<number> {
  const ended = await db.portraitOrder.findMany({
    where: {
      status: { in: ['PAINTED', 'FAILED', 'CANCELLED'] },
      finishedAt: { lt: silentSince },
      waiting: { some: { status: { in: ['QUEUED', 'PAINTING'] } } },
    },
    select: { id: true },
    take: most,
  })
  for (const { id } of ended) await passOn(id)
  return ended.length
}
