import type { PortraitView } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { announceOrder } from './announce-order'
import { readPortrait } from './read-portrait'

/**
 * The artist finds the picture good as it is. The worker learns of it at its next step, or heartbeat, and makes the picture so far
 * the painting. Safe to repeat. Throws not_found, not_stoppable.
 */
export async function stopPortrait(orderId: string, personId: string): Promise<PortraitView> {
  const mine = { id: orderId, personId, status: 'PAINTING', quality: 'MASTER' } as const
  const { count } = await db.portraitOrder.updateMany({
    where: { ...mine, stopRequestedAt: null },
    data: { stopRequestedAt: new Date(), sequence: { increment: 1 } },
  })
  const order = (await readPortrait(orderId, personId)) ?? fail('not_found')
  if (count > 0) await announceOrder(orderId)
  else if ((await db.portraitOrder.count({ where: mine })) === 0) fail('not_stoppable')
  return order
}
