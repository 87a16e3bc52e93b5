import type { PortraitView } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { estimateWait } from './estimate-wait'
import { portraitSelect, portraitView } from './portrait-view'

/** The order as its owner sees it now; null when there is none or it is somebody else's. */
export async function readPortrait(orderId: string, personId: string): Promise<PortraitView | null> {
  const row = await db.portraitOrder.findFirst({ where: { id: orderId, personId }, select: portraitSelect })
  if (!row) return null
  const isWaiting = row.status === 'QUEUED' || row.status === 'PAINTING'
  return portraitView(row, isWaiting ? await estimateWait(orderId) : null)
}
