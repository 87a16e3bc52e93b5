import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import type { GallerySocket, Io } from './create-io'
import { leaveLostRooms } from './serve-desk'

/** Between two rounds, about, ms. */
const everyMs = 60_000

interface Pace {
  /** Sockets whose sessions are asked for with one statement. */
  together: number
  /** Between two statements, ms. */
  betweenMs: number
}
/** Ten thousand sockets are ten statements in ten seconds. */
const usualPace: Pace = { together: 1_000, betweenMs: 1_000 }

async function cutEnded(sockets: GallerySocket[]): Promise<void> {
  const ids = [...new Set(sockets.flatMap(({ data }) => data.sessionId ?? []))]
  const where = { id: { in: ids }, expiresAt: { gt: new Date() }, person: { bannedAt: null } }
  const holding = new Set((await db.session.findMany({ where, select: { id: true } })).map(({ id }) => id))
  for (const socket of sockets) if (!holding.has(socket.data.sessionId ?? '')) socket.disconnect(true)
}

/**
 * Asks once more who this process' sockets are: cuts those whose session has ended or whose person is banned, and takes those from the desk
 * who may not look there any more. They were all told to go when it happened; this is for who came in at that very moment, and for what was
 * told while nobody heard.
 */
export async function lookAgain(io: Io, { together, betweenMs }: Pace = usualPace): Promise<void> {
  const sockets = [...io.of('/').sockets.values()]
  const signedIn = sockets.filter(({ data }) => data.sessionId)
  for (let from = 0; from < signedIn.length; from += together) {
    if (from > 0) await sleep(betweenMs, undefined, { ref: false })
    await cutEnded(signedIn.slice(from, from + together))
  }
  for (const socket of sockets) if (socket.connected) await leaveLostRooms(socket)
}

/** Does so from now on, each process at moments of its own. */
export function startLookingAgain(io: Io, aboutEveryMs = everyMs): void {
  const later = () => void setTimeout(round, aboutEveryMs * (0.75 + Math.random() / 2)).unref()
  const round = async () => {
    await lookAgain(io).catch((error) => logger.warn({ err: error }, 'sockets not looked at again'))
    later()
  }
  later()
}
