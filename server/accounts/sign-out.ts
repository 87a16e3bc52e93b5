import { db } from '@/server/platform/db'
import { dropSockets } from '@/server/realtime/drop-sockets'
import { auth } from './auth'
import { announcePeople } from './kept-sessions'
import type { Viewer } from './viewer'

/** Ends the session of these headers, if any. Returns the Set-Cookie lines that remove its cookie. */
export async function signOut(viewer: Viewer | null, headers: Headers): Promise<string[]> {
  const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
  if (viewer) {
    await announcePeople(db, [viewer.id])
    await dropSockets(viewer.id)
  }
  return answer.getSetCookie()
}
