import type { SignInBody } from '@/lib/contracts/accounts'
import { takeToken } from '@/server/admission/take-token'
import { auth } from './auth'
import { clientAddress } from './client-address'
import { endSession } from './end-session'
import { readViewer } from './read-viewer'
import { resolveSession } from './resolve-session'
import type { SignedIn } from './signed-in'
import { translateRefusal } from './translate-refusal'

/**
 * Signs in with a new session; the one that the headers came with ends. If it was a guest's, everything of theirs comes along.
 * Attempts are counted by address and by account, so that neither many accounts nor many addresses help a guesser.
 *
 * @throws {HouseError} wrong_credentials, too_many_requests
 */
export async function signIn(body: SignInBody, headers: Headers): Promise<SignedIn> {
  await takeToken('sign-in', `address:${clientAddress(headers)}`)
  await takeToken('sign-in', `account:${body.email.toLowerCase()}`)
  const former = await resolveSession(headers)
  const { response, headers: answer } = await translateRefusal(() =>
    auth.api.signInEmail({ body, headers, returnHeaders: true }),
  )
  await endSession(former)
  return { viewer: await readViewer(response.user.id), setCookies: answer.getSetCookie() }
}
