import { auth } from './auth'
import { cutOff } from './cut-off'
import type { Viewer } from './viewer'

/** Ends the session of these headers, if any. Returns the Set-Cookie lines that remove its cookie. */
export async function signOut(viewer: Viewer | null, headers: Headers): Promise<string[]> {
  const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
  if (viewer) await cutOff(viewer.id)
  return answer.getSetCookie()
}
