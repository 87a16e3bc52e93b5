import type { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/server/platform/db'
import { secondsAgo } from '@/server/platform/seconds-ago'
import { currentTraceparent } from '@/server/tracing/traceparent'
import { joinQueue } from './join-queue'
import { waitForLeader } from './share-painting'

/** Claims that a fresh or retried order has. */
const claims = 4

/**
 * Puts an order that ended without a painting into the queue again, as if it were new; false when it is not (any more) one of `which`.
 * `turn`: its priority, from 1.
 */
export async function queueAgain(
  tx: Transaction,
  which: Prisma.PortraitOrderWhereInput & { id: string },
  turn: number,
): Promise<boolean> {
  const [order] = await tx.portraitOrder.updateManyAndReturn({
    where: which,
    // A new attempt number, so that nothing of the old round can still speak, and the job gets an id of its own.
    data: {
      status: 'QUEUED',
      queuedAt: await secondsAgo(0),
      turn,
      attempt: { increment: 1 },
      sequence: 0,
      claimsLeft: claims,
      lapses: 0,
      leaderId: null,
      workerId: null,
      failureCode: null,
      finishedAt: null,
      startedAt: null,
      stage: null,
      progress: 0,
      loss: null,
      steps: 0,
      stopRequestedAt: null,
      previewKey: null,
      traceparent: currentTraceparent(),
    },
    select: { id: true, attempt: true, cacheKey: true },
  })
  if (!order) return false
  if (await waitForLeader(tx, order)) return true
  await joinQueue(tx, { ...order, turn })
  return true
}
