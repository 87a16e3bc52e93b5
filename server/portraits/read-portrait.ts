import type { PortraitView } from '@/lib/contracts/portraits'
import { estimateWait, type Wait } from './estimate-wait'
import { type OrderRow, readOrderRow } from './order-row'
import { portraitView } from './portrait-view'

/** The order of this row as its owner sees it now. `wait` is read where it is not known. */
export async function viewOfRow(row: OrderRow, wait?: Wait): Promise<PortraitView> {
  const isWaiting = row.status === 'QUEUED' || row.status === 'PAINTING'
  return portraitView(row, isWaiting ? (wait ?? (await estimateWait(row.id))) : null)
}

/** The order as its owner sees it now; null when there is none or it is somebody else's. */
export async function readPortrait(orderId: string, personId: string): Promise<PortraitView | null> {
  const row = await readOrderRow(personId, 'id', orderId)
  return row && viewOfRow(row)
}
