import { resolveSession } from './resolve-session'
import type { Viewer } from './viewer'

/** Who sends these headers; null without a session, or with one that has ended. For pages. */
export async function viewerFromHeaders(headers: Headers): Promise<Viewer | null> {
  return (await resolveSession(headers, { canSetCookies: false })).viewer
}
