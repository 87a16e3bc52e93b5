import { announceChange } from '@/server/cache/announce-change'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import type { Database } from '@/server/platform/db'
import type { ResolvedSession } from './resolve-session'

/** A change that nobody announced, such as a hand in the database, is seen after so long. */
const LONGEST_MS = 5_000
/** About what one session takes with its key. */
const BYTES = 1_024

/** Sessions are asked for with every request, and change rarely: each is kept for some seconds under its whole, signed cookie. */
const sessions = namedCache<ResolvedSession>({
  name: 'sessions',
  mostBytes: 16 * 1024 * 1024,
  freshMs: LONGEST_MS,
  limitMs: LONGEST_MS,
  // Whether a session still holds is never guessed.
  lastGoodMs: 0,
})

/** Those who came together are not asked for together again: a hundred sessions at once would hold up everybody else. */
const lifeMs = () => LONGEST_MS * (0.5 + Math.random() / 2)

const COOKIE = /(?:^|;\s*)(?:__Secure-)?vernissage\.session_token=([^;]*)/g

/** The one session cookie of a request; null for none and for several, which only better-auth can tell apart. */
function sessionCookie(cookies: string): string | null {
  const found = [...cookies.matchAll(COOKIE)]
  return found.length === 1 ? (found[0]?.[1] ?? null) : null
}

/** The session of these cookies where this process has it at hand. */
export function peekSession(cookies: string): ResolvedSession | undefined {
  const key = sessionCookie(cookies)
  return key ? sessions.peek(key)?.value : undefined
}

/** The session from the cache, or by `resolve`. Kept is only one that holds, and that needs no new cookie. */
export async function keptSession(cookies: string, resolve: () => Promise<ResolvedSession>): Promise<ResolvedSession> {
  const key = sessionCookie(cookies)
  if (!key) return resolve()
  const kept = sessions.peek(key)
  if (kept) return kept.value
  let unkept: ResolvedSession | undefined
  const served = await sessions.read(key, async () => {
    const value = await resolve()
    if (!value.viewer || value.setCookies.length > 0) {
      unkept = value
      return null
    }
    return { value, tags: [tags.person(value.viewer.id)], bytes: BYTES, until: Date.now() + lifeMs() }
  })
  return served?.value ?? unkept ?? resolve()
}

/** Says that a session of these people has ended, or that who they are has changed; inside the transaction, or after the write. */
export function announcePeople(tx: Pick<Database, '$executeRaw'>, personIds: readonly string[]): Promise<void> {
  return announceChange(tx, personIds.map(tags.person), { isGone: true })
}
