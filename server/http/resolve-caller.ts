import type { Caller } from '@/lib/contracts/define-route'
import { requireAccount } from '@/server/accounts/require-role'
import { resolveSession } from '@/server/accounts/resolve-session'
import type { Viewer } from '@/server/accounts/viewer'
import { fail } from '@/server/platform/errors'
import { setCookies } from './set-cookies'

/**
 * Who calls, as far as the contract wants to know; adds the cookies that the answer must set to `answer`, also when this
 * throws. A person whose session has ended is told so, rather than made a guest whose likes would seem lost.
 *
 * @throws {HouseError} session_expired, not_signed_in, account_needed
 */
export async function resolveCaller(caller: Caller, headers: Headers, answer: Headers): Promise<Viewer | null> {
  const session = await resolveSession(headers)
  setCookies(answer, session.setCookies)
  if (caller === 'anyone') return session.viewer
  if (session.hasExpired) fail('session_expired')
  if (caller === 'account') return requireAccount(session.viewer)
  if (session.viewer) return session.viewer
  return caller === 'person' ? fail('not_signed_in') : null
}
