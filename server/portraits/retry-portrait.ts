import type { PortraitView } from '@/lib/contracts/portraits'
import { passDoor } from '@/server/admission/pass-door'
import { takeToken } from '@/server/admission/take-token'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { announceOrder } from './announce-order'
import { queueAgain } from './queue-again'
import { readPortrait } from './read-portrait'
import { countTurn } from './take-turn'

/** Puts a failed or cancelled order into the queue again. Throws not_found, not_retryable, too_many_orders, studio_closed. */
export async function retryPortrait(orderId: string, personId: string): Promise<PortraitView> {
  const before = (await readPortrait(orderId, personId)) ?? fail('not_found')
  if (before.status !== 'FAILED' && before.status !== 'CANCELLED') fail('not_retryable')
  await passDoor(null)
  await takeToken('orders', personId)
  const isQueued = await db.$transaction(async (tx) => {
    const turn = await countTurn(tx, { id: orderId, personId })
    return queueAgain(tx, { id: orderId, personId, status: { in: ['FAILED', 'CANCELLED'] } }, turn)
  })
  if (!isQueued) fail('not_retryable')
  await dispatchOutbox()
  await announceOrder(orderId)
  return (await readPortrait(orderId, personId)) ?? fail('not_found')
}
