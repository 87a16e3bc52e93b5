import { db } from '@/server/platform/db'
import { secondsAgo } from '@/server/platform/seconds-ago'
import { failOrder } from './fail-order'

/** So many attempts may end without a word, as when the worker is killed: the order might be why. */
export const mostLapses = 2

/** Heard of within so many seconds, an attempt has not ended. */
export const livingSeconds = 3

/** Ends an order that has stopped two workers: it is tried no more until its artist, or an operator, says so. */
export async function setAsideIfDangerous(orderId: string): Promise<void> {
  const order = await db.portraitOrder.findFirst({
    where: {
      id: orderId,
      status: 'PAINTING',
      workerId: { not: null },
      leaderId: null,
      lapses: { gte: mostLapses - 1 },
      heartbeatAt: { lt: await secondsAgo(livingSeconds) },
    },
    select: { id: true, attempt: true },
  })
  if (order) await failOrder(order, 'set_aside')
}

/** The attempt failed, and its worker says so: what comes next is no lapse. */
export async function endWithWord(claim: { id: string; attempt: number }): Promise<void> {
  await db.portraitOrder.updateMany({
    where: { id: claim.id, attempt: claim.attempt, status: 'PAINTING' },
    data: { workerId: null },
  })
}

/** A worker that was only late, and finds its order claimed anew, lives: it was not the order that stopped it. */
export async function excuseLapse(claim: { id: string; attempt: number }): Promise<void> {
  await db.portraitOrder.updateMany({
    where: { id: claim.id, attempt: { gt: claim.attempt }, status: { in: ['QUEUED', 'PAINTING'] }, lapses: { gt: 0 } },
    data: { lapses: { decrement: 1 } },
  })
}
