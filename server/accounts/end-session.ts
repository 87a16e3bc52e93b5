import { db } from '@/server/platform/db'
import { cutOff } from './cut-off'
import type { ResolvedSession } from './resolve-session'

/** Ends one session, if there is one, and the sockets that may have been opened with it. */
export async function endSession({ sessionId, viewer }: ResolvedSession): Promise<void> {
  if (sessionId === null) return
  await db.session.deleteMany({ where: { id: sessionId } })
  if (viewer) await cutOff(viewer.id)
}
