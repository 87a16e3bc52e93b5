import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { announceOrder } from './announce-order'
import { queueAgain } from './queue-again'

/**
 * Lets an order that was set aside be tried again, after the last of the others.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_retryable
 */
export function retrySetAside(orderId: string, viewer: Viewer | null): Promise<{ ok: true }> {
  return retryOrder({ id: orderId, failureCode: 'set_aside' }, viewer)
}

/** The same for one that failed for whatever reason. */
export function retryForHouse(orderId: string, viewer: Viewer | null): Promise<{ ok: true }> {
  return retryOrder({ id: orderId }, viewer)
}

async function retryOrder(which: { id: string; failureCode?: 'set_aside' }, viewer: Viewer | null) {
  const orderId = which.id
  const operator = requireRole(viewer, 'OPERATOR')
  await db.$transaction(async (tx) => {
    const isQueued = await queueAgain(tx, { ...which, status: 'FAILED' }, lastTurn)
    if (!isQueued) fail('not_retryable')
    const subject = { subjectType: 'portrait', subjectId: orderId } as const
    await recordAudit(tx, { actorId: operator.id, action: 'portrait.retried', ...subject })
  })
  await dispatchOutbox()
  await announceOrder(orderId)
  return { ok: true } as const
}

/** A priority that no order of a person comes to. */
const lastTurn = 1_000
