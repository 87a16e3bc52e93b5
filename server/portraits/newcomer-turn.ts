import { tryToken } from '@/server/admission/take-token'

/** So many guests of one network address and minute have everybody's first turn, the next as many the second, and so on. */
const perTurn = 10
/** A museum's visitors share an address too: farther back none of them is put. */
const last = 4

/**
 * The turn of the first order of somebody who has just been made a guest. Whoever sends no cookie is somebody new with each order, and would
 * come before everybody's second one for ever; so newcomers take turns by their network address.
 *
 * @returns 1 to 4
 */
export async function newcomerTurn(address: string): Promise<number> {
  const allowance = await tryToken('newcomers', address)
  if (!allowance) return last
  const count = allowance.limit - allowance.remaining
  return Math.min(last, Math.ceil(count / perTurn))
}
