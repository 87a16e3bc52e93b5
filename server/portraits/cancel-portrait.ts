import type { PortraitView } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { previewFolder } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { announceOrders } from './announce-order'
import { endOrder } from './end-order'
import { readPortrait } from './read-portrait'

/**
 * Ends the order at once. A worker that paints it in another process finds at its next step, or heartbeat, that it no longer holds
 * it, and stops. Others who wait for the same painting get it all the same. Throws not_found, not_cancellable.
 */
export async function cancelPortrait(orderId: string, personId: string): Promise<PortraitView> {
  const heirs = await db.$transaction((tx) => endOrder(tx, { id: orderId, personId }))
  const order = (await readPortrait(orderId, personId)) ?? fail('not_found')
  if (!heirs && order.status !== 'CANCELLED') fail('not_cancellable')
  if (heirs) {
    await store.removeAll(previewFolder(orderId))
    await announceOrders([orderId, ...heirs])
  }
  return order
}
