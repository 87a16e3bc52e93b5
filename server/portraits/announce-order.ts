import { db } from '@/server/platform/db'
import { announceProgress } from '@/server/realtime/announce'
import { progressEvent, progressSelect } from './progress-event'

/** Tells the owner the order's present state; to be called after the commit that changed it. */
export async function announceOrder(orderId: string): Promise<void> {
  const row = await db.portraitOrder.findUnique({ where: { id: orderId }, select: progressSelect })
  if (row) await announceProgress(progressEvent(row))
}
