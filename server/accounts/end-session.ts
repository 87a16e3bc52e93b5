import { db } from '@/server/platform/db'
import { dropSockets } from '@/server/realtime/drop-sockets'
import { announcePeople } from './kept-sessions'
import type { ResolvedSession } from './resolve-session'

/** Ends one session, if there is one, and the sockets that may have been opened with it. */
export async function endSession({ sessionId, viewer }: ResolvedSession): Promise<void> {
  if (sessionId === null) return
  await db.session.deleteMany({ where: { id: sessionId } })
  if (!viewer) return
  await announcePeople(db, [viewer.id])
  await dropSockets(viewer.id)
}
