import type { FailureCode } from '@/lib/contracts/errors'
import { db } from '@/server/platform/db'
import { previewFolder } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { announceOrder } from './announce-order'

/** Ends the order as FAILED with a reason that the artist reads; nothing happens when it is no longer this attempt's. */
export async function failOrder(claim: { id: string; attempt: number }, failureCode: FailureCode): Promise<void> {
  const { count } = await db.portraitOrder.updateMany({
    where: { id: claim.id, attempt: claim.attempt, status: { in: ['QUEUED', 'PAINTING'] } },
    data: { status: 'FAILED', failureCode, finishedAt: new Date(), previewKey: null, sequence: { increment: 1 } },
  })
  if (count === 0) return
  await store.removeAll(previewFolder(claim.id))
  await announceOrder(claim.id)
}

/** Orders that nobody may claim any more: they have killed, or outlived, every worker that took them. */
export async function failExhaustedOrders(silentSeconds: number): Promise<number> {
  const silentSince = new Date(Date.now() - silentSeconds * 1000)
  const rows = await db.portraitOrder.findMany({
    where: { status: 'PAINTING', claimsLeft: 0, heartbeatAt: { lt: silentSince } },
    select: { id: true, attempt: true },
    take: 100,
  })
  for (const row of rows) await failOrder(row, 'gave_up')
  return rows.length
}
