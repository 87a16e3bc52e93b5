import { noteEnd } from '@/server/metrics/painting-metrics'
import { db } from '@/server/platform/db'
import { announceOrders } from './announce-order'
import { finishAllFromResult } from './finish-from-result'
import { promoteWaiting } from './promote-waiting'

/** Orders that are ended in one transaction. */
const batch = 100

/**
 * Ends those that wait for an order with its painting, a hundred at a time. What dies in between is found by the sweeper: they wait for an
 * order that has ended.
 */
export async function finishWaiting(leaderId: string, cacheKey: string): Promise<void> {
  for (;;) {
    const { waiting, ended } = await db.$transaction(async (tx) => {
      const waiting = await tx.portraitOrder.findMany({
        where: { leaderId, status: { in: ['QUEUED', 'PAINTING'] } },
        orderBy: { createdAt: 'asc' },
        take: batch,
        select: { id: true, personId: true, attempt: true },
      })
      const ended = waiting.length > 0 ? await finishAllFromResult(tx, waiting, cacheKey) : []
      return { waiting, ended }
    })
    for (const { id, attempt } of waiting) if (ended.includes(id)) noteEnd('from_cache', attempt)
    await announceOrders(ended)
    // A painting that is gone again, deleted by everybody who had it: then it is painted anew.
    if (waiting.length > 0 && ended.length === 0) return passOn(leaderId)
    if (waiting.length < batch) return
  }
}

/** The order ended without a painting for those that wait for it: one of them is painted now. */
export async function passOn(leaderId: string): Promise<void> {
  await announceOrders(await db.$transaction((tx) => promoteWaiting(tx, leaderId)))
}
