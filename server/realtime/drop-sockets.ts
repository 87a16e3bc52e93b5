import { logger } from '@/server/platform/logger'
import { realtime } from './realtime'

/**
 * Closes a person's sockets on every web process: a socket keeps the identity it was opened with, so it may not outlive its
 * session. Those of devices that are still signed in come back by themselves. Never throws: it follows what is already done.
 */
export async function dropSockets(personId: string): Promise<void> {
  try {
    const { io } = await realtime()
    io.in(`person:${personId}`).disconnectSockets(true)
  } catch (error) {
    logger.warn({ err: error }, 'sockets not dropped')
  }
}
