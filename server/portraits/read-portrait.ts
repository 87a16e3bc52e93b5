import type { PortraitView } from '@/lib/contracts/portraits'
import { estimateWait } from './estimate-wait'
import { type OrderRow, readOrderRow } from './order-row'
import { portraitView } from './portrait-view'

/** The order of this row as its owner sees it now. */
export async function viewOfRow(row: OrderRow): Promise<PortraitView> {
  const isWaiting = row.status === 'QUEUED' || row.status === 'PAINTING'
  return portraitView(row, isWaiting ? await estimateWait(row.id) : null)
}

/** The order as its owner sees it now; null when there is none or it is somebody else's. */
export async function readPortrait(orderId: string, personId: string): Promise<PortraitView | null> {
  const row = await readOrderRow(personId, 'id', orderId)
  return row && viewOfRow(row)
}
