import type { PortraitView } from '@/lib/contracts/portraits'
import { takeToken } from '@/server/admission/take-token'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { announceOrder } from './announce-order'
import { jobId, paintTopic } from './paint-job'
import { readPortrait } from './read-portrait'

/** Claims that a fresh or retried order has. */
const claims = 4

/** Puts a failed or cancelled order into the queue again. Throws not_found, not_retryable, too_many_orders. */
export async function retryPortrait(orderId: string, personId: string): Promise<PortraitView> {
  const before = (await readPortrait(orderId, personId)) ?? fail('not_found')
  if (before.status !== 'FAILED' && before.status !== 'CANCELLED') fail('not_retryable')
  await takeToken('orders', personId)
  const isQueued = await db.$transaction(async (tx) => {
    const [order] = await tx.portraitOrder.updateManyAndReturn({
      where: { id: orderId, personId, status: { in: ['FAILED', 'CANCELLED'] } },
      // A new attempt number, so that nothing of the old round can still speak, and the job gets an id of its own.
      data: {
        status: 'QUEUED',
        attempt: { increment: 1 },
        sequence: 0,
        claimsLeft: claims,
        failureCode: null,
        finishedAt: null,
        startedAt: null,
        stage: null,
        progress: 0,
        loss: null,
        steps: 0,
        stopRequestedAt: null,
        previewKey: null,
      },
      select: { id: true, attempt: true },
    })
    if (!order) return false
    await tx.outboxEntry.create({ data: { topic: paintTopic, key: jobId(order), payload: { orderId } } })
    return true
  })
  if (!isQueued) fail('not_retryable')
  await dispatchOutbox()
  await announceOrder(orderId)
  return (await readPortrait(orderId, personId)) ?? fail('not_found')
}
