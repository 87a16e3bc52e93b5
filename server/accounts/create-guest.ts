import { auth } from './auth'
import { viewerOf } from './resolve-session'
import type { Viewer } from './viewer'

/** A guest identity for somebody who likes, keeps or orders without an account, and the cookie that remembers it. */
export async function createGuest(headers: Headers): Promise<{ viewer: Viewer; setCookies: string[] }> {
  const { response, headers: answer } = await auth.api.signInAnonymous({ headers, returnHeaders: true })
  return { viewer: viewerOf({ ...response.user, isAnonymous: true }), setCookies: answer.getSetCookie() }
}
