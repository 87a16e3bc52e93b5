import type { IncomingMessage } from 'node:http'
import { viewerFromHeaders } from '@/server/accounts/viewer-from-headers'
import { logger } from '@/server/platform/logger'
import { withinTime } from '@/server/platform/within-time'

/** How long a session may take to be read before the page goes on without it, ms; and for how long after such a failure none is read. */
const LIMIT_MS = 1_000
const PAUSE_MS = 1_000
let pausedUntil = 0

type Sharing = 'yes' | 'no' | 'unknown'

/**
 * Whether the page that everybody gets is this visitor's, too. Accounts get pages of their own, with their name in the header;
 * strangers and guests see the same, and what they liked and kept comes to them later (`/api/me/marks`). `unknown`: there may
 * be an account, but the sessions cannot be read now.
 */
export function mayShare(request: IncomingMessage): Sharing | Promise<Sharing> {
  return mayHaveSession(request) ? askSession(request.headers.cookie ?? '') : 'yes'
}

/** Whether the browser sent what may be a session. */
export const mayHaveSession = ({ headers: { cookie } }: IncomingMessage): boolean =>
  cookie?.includes('vernissage.session') ?? false

async function askSession(cookie: string): Promise<Sharing> {
  if (Date.now() < pausedUntil) return 'unknown'
  try {
    const viewer = await withinTime(viewerFromHeaders(new Headers({ cookie })), LIMIT_MS)
    return viewer === null || viewer.isGuest ? 'yes' : 'no'
  } catch (error) {
    pausedUntil = Date.now() + PAUSE_MS
    logger.warn({ err: error }, 'session not read')
    return 'unknown'
  }
}
