import { db } from '@/server/platform/db'
import { secondsAgo } from '@/server/platform/seconds-ago'
import { announceOrder } from './announce-order'

/**
 * Gives a claimed order back unpainted, as a worker does that has to leave: it waits again, and the claim does not count. What was
 * shown of it stays until the next worker shows better. Nothing happens when the order is no longer this attempt's.
 */
export async function releaseOrder(claim: { id: string; attempt: number }): Promise<void> {
  const { count } = await db.portraitOrder.updateMany({
    where: { id: claim.id, attempt: claim.attempt, status: 'PAINTING' },
    data: {
      status: 'QUEUED',
      queuedAt: await secondsAgo(0),
      claimsLeft: { increment: 1 },
      stage: null,
      progress: 0,
      workerId: null,
      heartbeatAt: null,
      sequence: { increment: 1 },
    },
  })
  if (count > 0) await announceOrder(claim.id)
}
