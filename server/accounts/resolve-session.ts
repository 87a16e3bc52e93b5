import type { Role } from '@/lib/contracts/common'
import { auth } from './auth'
import { keptSession } from './kept-sessions'
import type { Viewer } from './viewer'

export interface ResolvedSession {
  viewer: Viewer | null
  sessionId: string | null
  /** The cookie was ours, but its session has ended. */
  hasExpired: boolean
  /** Set-Cookie lines for the answer: a session that was prolonged, or the removal of an ended one. */
  setCookies: string[]
}

/**
 * Whose cookie a request carries. One signed with another secret, or forged, counts as none. A session that is used is
 * prolonged once a day, by callers who can set its cookie again.
 */
export async function resolveSession(headers: Headers, { canSetCookies = true } = {}): Promise<ResolvedSession> {
  const cookies = headers.get('cookie')
  if (cookies === null) return { viewer: null, sessionId: null, hasExpired: false, setCookies: [] }
  return keptSession(cookies, () => readSession(headers, canSetCookies))
}

async function readSession(headers: Headers, canSetCookies: boolean): Promise<ResolvedSession> {
  const { response, headers: answer } = await auth.api.getSession({
    headers,
    query: { disableRefresh: !canSetCookies },
    returnHeaders: true,
  })
  const setCookies = answer.getSetCookie()
  // A session that was being made while its person was banned may have outlived the ban's sweep.
  const isBanned = Boolean(response?.user.bannedAt)
  return {
    viewer: response && !isBanned ? viewerOf(response.user) : null,
    sessionId: response?.session.id ?? null,
    // better-auth removes the cookie only where its signature was right and the session is gone.
    hasExpired: isBanned || (!response && setCookies.length > 0),
    setCookies,
  }
}

interface AuthPerson {
  id: string
  name: string
  email: string
  isAnonymous?: boolean | null
  role?: string | null
}

/** A row of Person as better-auth gives it. */
export function viewerOf(person: AuthPerson): Viewer {
  const isGuest = person.isAnonymous === true
  return {
    id: person.id,
    name: person.name,
    email: isGuest ? null : person.email,
    isGuest,
    // The column is an enum of exactly these.
    role: (person.role ?? 'VISITOR') as Role,
  }
}
