import { db } from '@/server/platform/db'

/** Ends one session, if it is still there. */
export async function endSession(sessionId: string | null): Promise<void> {
  if (sessionId !== null) await db.session.deleteMany({ where: { id: sessionId } })
}
