import type { PortraitView } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { announceOrder } from './announce-order'
import { joinQueue } from './join-queue'
import { readPortrait } from './read-portrait'

/**
 * The artist finds the picture good as it is. The worker learns of it at its next step, or heartbeat, and makes the picture so far
 * the painting. Safe to repeat. Throws not_found, not_stoppable.
 */
export async function stopPortrait(orderId: string, personId: string): Promise<PortraitView> {
  const mine = { id: orderId, personId, status: 'PAINTING', quality: 'MASTER' } as const
  const count = await db.$transaction(async (tx) => {
    const { count } = await tx.portraitOrder.updateMany({
      where: { ...mine, stopRequestedAt: null },
      data: { stopRequestedAt: new Date(), sequence: { increment: 1 } },
    })
    // Others want it finer: who waits for their painting leaves it, and is painted without refinement.
    const [alone] = await tx.portraitOrder.updateManyAndReturn({
      where: { ...mine, leaderId: { not: null }, stopRequestedAt: { not: null } },
      data: { leaderId: null, attempt: { increment: 1 } },
      select: { id: true, attempt: true, turn: true },
    })
    if (alone) await joinQueue(tx, alone)
    return count
  })
  if (count > 0) await dispatchOutbox()
  const order = (await readPortrait(orderId, personId)) ?? fail('not_found')
  if (count > 0) await announceOrder(orderId)
  else if ((await db.portraitOrder.count({ where: mine })) === 0) fail('not_stoppable')
  return order
}
