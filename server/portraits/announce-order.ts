import { db } from '@/server/platform/db'
import { announceProgress } from '@/server/realtime/announce'
import { progressEvent, progressSelect } from './progress-event'

/** Tells the owner the order's present state; to be called after the commit that changed it. */
export async function announceOrder(orderId: string): Promise<void> {
  await announceOrders([orderId])
}

/** The same for several orders, each to its own owner. */
export async function announceOrders(orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return
  const rows = await db.portraitOrder.findMany({ where: { id: { in: [...orderIds] } }, select: progressSelect })
  await Promise.all(rows.map((row) => announceProgress(progressEvent(row))))
}
