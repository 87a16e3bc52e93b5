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

/** Who needs no ticket of the closed door: below rung 3 everybody, there people with an account. */
const isWelcome = ({ viewer }: Pick<Arrival, 'viewer'>, { rung }: Admission) => rung < 3 || hasRole(viewer, 'ARTIST')

/** Tickets are called in the order of their numbers. */
function isCalled({ queueToken }: Pick<Arrival, 'queueToken'>, { served }: Admission): boolean {
  const ticket = readQueueToken(queueToken)
  return ticket !== null && ticket.number <= served
}

const hasTurn = (arrival: Pick<Arrival, 'viewer' | 'queueToken'>, admission: Admission) =>
  isWelcome(arrival, admission) || isCalled(arrival, admission)

/** Who holds a ticket keeps its place, and is told of it. */
async function refuseUncalled({ queueToken }: Pick<Arrival, 'queueToken'>, admission: Admission): Promise<void> {
  if (readQueueToken(queueToken)) await refuseClosed(admission, queueToken)
  refuseWithoutTurn(admission)
}

/** A ticket lets one order in. */
async function spendTicket(arrival: Arrival, admission: Admission): Promise<void> {
  const ticket = isWelcome(arrival, admission) ? null : readQueueToken(arrival.queueToken)
  if (ticket && !(await tryToken('ticket', String(ticket.number)))) refuseWithoutTurn(admission)
}

/**
 * Refuses an order that would have to be painted and for which that is out of the question, whatever its photo shows.
 *
 * @throws {HouseError} painter_busy, no_turn, studio_closed (a ticket that is not called yet)
 */
export async function refuseHopeless(arrival: Omit<Arrival, 'isFree'>, admission: Admission): Promise<void> {
  const breaker = admission.models.get(arrival.model) ?? 'closed'
  if (breaker === 'open') refuseTired()
  if (breaker === 'half-open' || hasTurn(arrival, admission)) return
  if (admission.forcedRung !== null || admission.breaker === 'closed') await refuseUncalled(arrival, admission)
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
  await refuseHopeless(arrival, admission)
  // Half open, a breaker lets one through now and then.
  if (admission.models.get(arrival.model) === 'half-open') return tryBreaker(arrival.model)
  if (!hasTurn(arrival, admission)) return tryBreaker('all')
  await spendTicket(arrival, admission)
}
