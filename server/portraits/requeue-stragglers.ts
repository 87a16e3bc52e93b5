import { db } from '@/server/platform/db'
import { secondsAgo } from '@/server/platform/seconds-ago'
import { shared } from '@/server/platform/shared'
import { enqueueAll, type NewJob } from '@/server/queue/enqueue'
import { passOn } from './finish-waiting'
import { jobId, paintTopic } from './paint-job'
import { waitForLeader } from './share-painting'

/** Rows that are looked at in one statement, and statements of one round. */
const most = 200
const pages = 5

/**
 * Puts orders back into the queue whose job was lost (a flushed Redis, a crash between two steps): accepted, unfinished, and not
 * heard of for `silentSeconds`. Adding a job that is still there changes nothing. Orders that wait for another one with the same key are
 * not among them; those whose leader has ended without them are sent on. Each round goes on where the one before ended: old ones that nobody
 * can paint hide none that came after them, and after a flushed queue two hundred a second are there again.
 */
export async function requeueStragglers(silentSeconds: number): Promise<number> {
  const silentSince = await secondsAgo(silentSeconds)
  const mark = shared('stragglers', () => ({ after: undefined as string | undefined }))
  let count = 0
  for (let page = 0; page < pages; page++) {
    const rows = await requeuePage(silentSince, mark.after)
    count += rows.length
    mark.after = rows.length === most ? rows.at(-1)?.id : undefined
    if (!mark.after) break
  }
  return count + (await passOnAbandoned(silentSince))
}

async function requeuePage(silentSince: Date, after: string | undefined): Promise<{ id: string }[]> {
  const rows = await db.portraitOrder.findMany({
    where: {
      ...(after && { id: { gt: after } }),
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
    // Ids are in the order of time.
    orderBy: { id: 'asc' },
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
  return rows
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
