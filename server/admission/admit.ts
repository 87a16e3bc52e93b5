import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import type { Admission } from './admission'
import { readQueueToken } from './queue-token'
import { refuseClosed, refuseTired, refuseWithoutTurn } from './refuse'
import { tryToken } from './take-token'

interface Arrival {
  /** Null: somebody of whom no guest was made yet. */
  viewer: Viewer | null
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

const hasTurn = ({ viewer, queueToken }: Pick<Arrival, 'viewer' | 'queueToken'>, { rung }: Admission) =>
  rung < 3 || hasRole(viewer, 'ARTIST') || readQueueToken(queueToken) !== null

/**
 * Refuses an order that would have to be painted and for which that is out of the question, whatever its photo shows.
 *
 * @throws {HouseError} painter_busy, no_turn
 */
export function refuseHopeless(arrival: Omit<Arrival, 'isFree'>, admission: Admission): void {
  const breaker = admission.models.get(arrival.model) ?? 'closed'
  if (breaker === 'open') refuseTired()
  if (breaker === 'half-open' || hasTurn(arrival, admission)) return
  if (admission.forcedRung !== null || admission.breaker === 'closed') refuseWithoutTurn(admission)
  if (admission.breaker === 'open') refuseTired()
}

/**
 * Lets an order in, or says why not.
 *
 * @throws {HouseError} studio_closed, painter_busy, no_turn
 */
export async function admit(arrival: Arrival, admission: Admission): Promise<void> {
  if (admission.rung === 4) await refuseClosed(admission, arrival.queueToken)
  if (arrival.isFree) return
  refuseHopeless(arrival, admission)
  // Half open, a breaker lets one through now and then.
  if (admission.models.get(arrival.model) === 'half-open') return tryBreaker(arrival.model)
  if (!hasTurn(arrival, admission)) await tryBreaker('all')
}
