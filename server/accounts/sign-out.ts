import { auth } from './auth'

/** Ends the session of these headers, if any. Returns the Set-Cookie lines that remove its cookie. */
export async function signOut(headers: Headers): Promise<string[]> {
  const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
  return answer.getSetCookie()
}
