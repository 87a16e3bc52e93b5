import { db } from '@/server/platform/db'
import { secondsAgo } from '@/server/platform/seconds-ago'
import { announceOrder } from './announce-order'
import { excuseLapse } from './set-aside'

/**
 * Gives a claimed order back unpainted, as a worker does that has to leave: it waits again, and the claim does not count. What was
 * shown of it stays until the next worker shows better. Where the order is no longer this attempt's, the later one hears that this one's
 * worker lives.
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
  await (count > 0 ? announceOrder(claim.id) : excuseLapse(claim))
}
