import type { SignUpBody } from '@/lib/contracts/accounts'
import { takeToken } from '@/server/admission/take-token'
import { requireFeature } from '@/server/house/require-feature'
import { auth } from './auth'
import { clientAddress } from './client-address'
import { endSession } from './end-session'
import { readViewer } from './read-viewer'
import { resolveSession } from './resolve-session'
import type { SignedIn } from './signed-in'
import { translateRefusal } from './translate-refusal'

/**
 * Makes an account and signs it in, as an artist. If the headers are a guest's, everything of theirs comes along.
 *
 * @throws {HouseError} email_taken, sign_up_closed, too_many_requests
 */
export async function signUp(body: SignUpBody, headers: Headers): Promise<SignedIn> {
  await takeToken('sign-up', clientAddress(headers))
  await requireFeature('signUp')
  const former = await resolveSession(headers)
  const { response, headers: answer } = await translateRefusal(() =>
    auth.api.signUpEmail({ body, headers, returnHeaders: true }),
  )
  await endSession(former)
  return { viewer: await readViewer(response.user.id), setCookies: answer.getSetCookie() }
}
