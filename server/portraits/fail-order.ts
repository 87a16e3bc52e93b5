import type { Prisma } from '@/generated/prisma/client'
import type { FailureCode } from '@/lib/contracts/errors'
import { noteEnd } from '@/server/metrics/painting-metrics'
import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import { secondsAgo } from '@/server/platform/seconds-ago'
import { previewFolder } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { markPresentFailed } from '@/server/tracing/in-span'
import { announceOrders } from './announce-order'
import { promoteWaiting } from './promote-waiting'

/** What is the photo's own: those who wait with the same photo need not find it out one by one. */
const sharedFates: readonly FailureCode[] = ['photo_unreadable', 'set_aside']
const underway = { in: ['QUEUED', 'PAINTING'] } satisfies Prisma.EnumPortraitStatusFilter

/**
 * Ends the order as FAILED with a reason that the artist reads; nothing happens when it is no longer this attempt's. Of those that
 * wait for it one is tried now, unless the reason is theirs too.
 */
export async function failOrder(claim: { id: string; attempt: number }, failureCode: FailureCode): Promise<void> {
  const ending = { failureCode, finishedAt: new Date(), previewKey: null, leaderId: null }
  const failed = { status: 'FAILED', ...ending, sequence: { increment: 1 } } as const
  const { count, others } = await db.$transaction(async (tx) => {
    const { count } = await tx.portraitOrder.updateMany({
      where: { id: claim.id, attempt: claim.attempt, status: underway },
      data: failed,
    })
    if (count === 0) return { count, others: [] }
    if (!sharedFates.includes(failureCode)) return { count, others: await promoteWaiting(tx, claim.id) }
    const waiting = await tx.portraitOrder.updateManyAndReturn({
      where: { leaderId: claim.id, status: underway },
      data: failed,
      select: { id: true },
    })
    return { count, others: waiting.map(({ id }) => id) }
  })
  if (count === 0) return
  noteEnd('failed', claim.attempt, failureCode)
  // Whoever ordered is shown the order's id: the log has it whichever process ended it, and those of the ones who waited.
  const failedWith = sharedFates.includes(failureCode) ? others : []
  for (const orderId of [claim.id, ...failedWith]) logger.warn({ orderId, failureCode }, 'order failed')
  markPresentFailed(failureCode)
  await store.removeAll(previewFolder(claim.id))
  await announceOrders([claim.id, ...others])
}

/** Orders that nobody may claim any more: they have killed, or outlived, every worker that took them. */
export async function failExhaustedOrders(silentSeconds: number): Promise<number> {
  const silentSince = await secondsAgo(silentSeconds)
  const rows = await db.portraitOrder.findMany({
    where: { status: 'PAINTING', leaderId: null, claimsLeft: 0, heartbeatAt: { lt: silentSince } },
    select: { id: true, attempt: true },
    take: 100,
  })
  for (const row of rows) await failOrder(row, 'gave_up')
  return rows.length
}
