import type { PortraitView } from '@/lib/contracts/portraits'
import { lockPerson } from '@/server/accounts/lock-person'
import type { Viewer } from '@/server/accounts/viewer'
import { letIn, readAdmission } from '@/server/admission/admission'
import { admit } from '@/server/admission/admit'
import { passDoor } from '@/server/admission/pass-door'
import { takeToken } from '@/server/admission/take-token'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { modelLabel } from '@/server/styles/model'
import { announceOrder } from './announce-order'
import { queueAgain } from './queue-again'
import { readPortrait } from './read-portrait'
import { countTurn } from './take-turn'

/** What has to be painted, and by which network; null for a manner that no network was needed for yet. */
async function readWork(id: string, personId: string) {
  const order = await db.portraitOrder.findFirst({
    where: { id, personId },
    select: {
      quality: true,
      longSide: true,
      allowedSteps: true,
      style: { select: { modelName: true, modelVersion: true } },
    },
  })
  if (!order) return fail('not_found')
  const { modelName: name, modelVersion: version } = order.style
  const model = name !== null && version !== null ? modelLabel({ name, version }) : ''
  const { quality, longSide, allowedSteps } = order
  return { model, work: { quality, longSide, isShort: allowedSteps !== null } }
}

/**
 * Puts a failed or cancelled order into the queue again, as what was left of its wish when it was placed; where a new one would have no
 * turn, neither has it.
 *
 * @throws {HouseError} not_found, not_retryable, too_many_orders, studio_closed, painter_busy, no_turn
 */
export async function retryPortrait(orderId: string, viewer: Viewer): Promise<PortraitView> {
  const { id: personId } = viewer
  const before = (await readPortrait(orderId, personId)) ?? fail('not_found')
  if (before.status !== 'FAILED' && before.status !== 'CANCELLED') fail('not_retryable')
  await passDoor(null)
  const [{ model, work }, admission] = await Promise.all([readWork(orderId, personId), readAdmission()])
  await takeToken('orders', personId)
  await admit({ viewer, queueToken: null, model, isFree: false }, admission)
  const isQueued = await letIn(work, () =>
    db.$transaction(async (tx) => {
      await lockPerson(personId, tx)
      const turn = await countTurn(tx, { id: orderId, personId })
      return queueAgain(tx, { id: orderId, personId, status: { in: ['FAILED', 'CANCELLED'] } }, turn)
    }),
  )
  if (!isQueued) fail('not_retryable')
  await dispatchOutbox()
  await announceOrder(orderId)
  return (await readPortrait(orderId, personId)) ?? fail('not_found')
}
