import type { PortraitView } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { previewFolder } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { announceOrders } from './announce-order'
import { promoteWaiting } from './promote-waiting'
import { readPortrait } from './read-portrait'

/**
 * Ends the order at once. A worker that paints it in another process finds at its next step, or heartbeat, that it no longer holds
 * it, and stops. Others who wait for the same painting get it all the same. Throws not_found, not_cancellable.
 */
export async function cancelPortrait(orderId: string, personId: string): Promise<PortraitView> {
  const { count, heirs } = await db.$transaction(async (tx) => {
    const { count } = await tx.portraitOrder.updateMany({
      where: { id: orderId, personId, status: { in: ['QUEUED', 'PAINTING'] } },
      data: {
        status: 'CANCELLED',
        finishedAt: new Date(),
        previewKey: null,
        leaderId: null,
        sequence: { increment: 1 },
      },
    })
    return { count, heirs: count > 0 ? await promoteWaiting(tx, orderId) : [] }
  })
  const order = (await readPortrait(orderId, personId)) ?? fail('not_found')
  if (count === 0 && order.status !== 'CANCELLED') fail('not_cancellable')
  if (count > 0) {
    await store.removeAll(previewFolder(orderId))
    await announceOrders([orderId, ...heirs])
  }
  return order
}
