import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import { dropSockets } from '@/server/realtime/drop-sockets'
import { announcePeople } from './kept-sessions'

/**
 * To be called after a session of this person has ended: every process forgets it, and cuts the sockets that may have been opened with
 * it. Never throws, since what has ended cannot be ended again: where other processes cannot be told, they find out by themselves, of the
 * session within five seconds and of its sockets within about a minute.
 */
export async function cutOff(personId: string): Promise<void> {
  try {
    await announcePeople(db, [personId])
  } catch (error) {
    logger.warn({ err: error }, 'the end of a session is not told')
  }
  await dropSockets(personId)
}
