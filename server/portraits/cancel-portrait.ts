import type { PortraitView } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { previewFolder } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { announceOrder } from './announce-order'
import { readPortrait } from './read-portrait'

/**
 * Ends the order at once. A worker that paints it in another process finds at its next step, or heartbeat, that it no longer holds
 * it, and stops. Throws not_found, not_cancellable.
 */
export async function cancelPortrait(orderId: string, personId: string): Promise<PortraitView> {
  const { count } = await db.portraitOrder.updateMany({
    where: { id: orderId, personId, status: { in: ['QUEUED', 'PAINTING'] } },
    data: { status: 'CANCELLED', finishedAt: new Date(), previewKey: null, sequence: { increment: 1 } },
  })
  const order = (await readPortrait(orderId, personId)) ?? fail('not_found')
  if (count === 0 && order.status !== 'CANCELLED') fail('not_cancellable')
  if (count > 0) {
    await store.removeAll(previewFolder(orderId))
    await announceOrder(orderId)
  }
  return order
}
