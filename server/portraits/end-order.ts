import type { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/server/platform/db'
import { promoteWaiting } from './promote-waiting'

/**
 * Ends an order that waits or is painted, if it is one of `which`: a worker that paints it finds at its next step, or heartbeat, that it
 * no longer holds it. Others who wait for the same painting get it all the same.
 *
 * @returns whom to tell after the commit beside its owner; null where there was nothing to end
 */
export async function endOrder(
  tx: Transaction,
  which: Prisma.PortraitOrderWhereInput & { id: string },
): Promise<string[] | null> {
  const { count } = await tx.portraitOrder.updateMany({
    where: { ...which, status: { in: ['QUEUED', 'PAINTING'] } },
    data: { status: 'CANCELLED', finishedAt: new Date(), previewKey: null, leaderId: null, sequence: { increment: 1 } },
  })
  return count > 0 ? promoteWaiting(tx, which.id) : null
}
