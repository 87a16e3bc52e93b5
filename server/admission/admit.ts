import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import type { Admission } from './admission'
import { readQueueToken } from './queue-token'
import { refuseClosed, refuseTired, refuseWithoutTurn } from './refuse'
import { tryToken } from './take-token'

interface Arrival {
  viewer: Viewer
  /** The network that would paint it, `name version`. */
  model: string
  /** Painted already, or being painted for somebody: it costs the painter nothing. */
  isFree: boolean
  /** From a closed door before, if any. */
  queueToken: string | null
}

/** A breaker that is not closed lets nobody through while it rests, and then one order in five seconds, on trial. */
async function tryBreaker(scope: string): Promise<void> {
  if (!(await tryToken('trial', scope))) refuseTired()
}

/**
 * Lets an order in, or says why not.
 *
 * @throws {HouseError} studio_closed, painter_busy, no_turn
 */
export async function admit({ viewer, model, isFree, queueToken }: Arrival, admission: Admission): Promise<void> {
  if (admission.rung === 4) await refuseClosed(admission, queueToken)
  if (isFree) return
  const breaker = admission.models.get(model) ?? 'closed'
  if (breaker === 'open') refuseTired()
  if (breaker === 'half-open') return tryBreaker(model)
  if (admission.rung < 3 || hasRole(viewer, 'ARTIST') || readQueueToken(queueToken)) return
  if (admission.forcedRung !== null || admission.breaker === 'closed') refuseWithoutTurn(admission)
  if (admission.breaker === 'open') refuseTired()
  await tryBreaker('all')
}
