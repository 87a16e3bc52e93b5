import { queuePositionHeader, queueTokenHeader } from '@/lib/contracts/admission'
import { env } from '@/server/platform/env'
import { fail } from '@/server/platform/errors'
import type { Admission } from './admission'
import { restMs } from './breaker'
import { nextTicket } from './next-ticket'
import { readQueueToken, writeQueueToken } from './queue-token'

const leastWait = 5
const longestWait = 120
/** Where an operator holds the rung nobody can know. */
const forcedWait = 15

/** Seconds until the backlog should have come down to where this rung is left, 5 to 120. */
export function secondsUntilRoom({ rung, forcedRung, isPaused, backlogSeconds }: Admission): number {
  if (forcedRung !== null || isPaused) return forcedWait
  const threshold = env.ADMISSION_THRESHOLDS[rung - 1] ?? 0
  const excess = backlogSeconds - threshold * env.ADMISSION_DOWN_SHARE + env.ADMISSION_DOWN_SECONDS
  return Math.min(longestWait, Math.max(leastWait, Math.ceil(excess)))
}

export function refuseTired(): never {
  fail('painter_busy', { retryAfterSeconds: restMs / 1_000 })
}

export function refuseWithoutTurn(admission: Admission): never {
  fail('no_turn', { retryAfterSeconds: secondsUntilRoom(admission) })
}

/**
 * Whoever brings a ticket keeps its number.
 *
 * @throws {HouseError} studio_closed, always, with the place in the line as headers, if one can be had
 */
export async function refuseClosed(admission: Admission, token: string | null): Promise<never> {
  const held = readQueueToken(token)
  const number = held?.number ?? (await nextTicket())
  const headers: Record<string, string> = {}
  if (number !== null) {
    const before = admission.orders + Math.max(0, Math.ceil(number - admission.served) - 1)
    headers[queueTokenHeader] = held && token ? token : writeQueueToken({ number })
    headers[queuePositionHeader] = String(before)
  }
  return fail('studio_closed', { retryAfterSeconds: secondsUntilRoom(admission), headers })
}
