import { deskChannel, type PortraitProgress, portraitChannel } from '@/lib/contracts/realtime'
import { logger } from '@/server/platform/logger'
import { realtime } from './realtime'

/**
 * Announcements are news, not truth: they are made after the commit, never awaited by it, and a lost one is made good by the
 * next snapshot. So nothing here throws.
 */
async function announce(send: (io: Awaited<ReturnType<typeof realtime>>['io']) => void) {
  try {
    send((await realtime()).io)
  } catch (error) {
    logger.warn({ err: error }, 'announcement lost')
  }
}

/** Tells the order's owner about its next step. */
export function announceProgress(event: PortraitProgress): Promise<void> {
  return announce((io) => io.to(portraitChannel(event.orderId)).emit('portrait:progress', event))
}

/** Tells a person's open pages that a notice came for them. */
export function announceNotice(personId: string): Promise<void> {
  return announce((io) => io.to(`person:${personId}`).emit('notice:arrived', {}))
}

/** Tells the curators who look at a room that what hangs there has changed. */
export function announceRoom(roomId: string): Promise<void> {
  return announce((io) => io.to(deskChannel(roomId)).emit('desk:changed', { roomId }))
}
