import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '@/server/platform/env'

const COOKIE = 'vernissage_wrote'
/** A replica is seconds behind at most; the browser forgets by itself. */
const SECONDS = 5

/**
 * Marks who writes by a cookie of five seconds, so that they read their own writes, whichever process answers next. Only where there is a replica.
 *
 * @returns whether they have written lately
 */
export function noteWriting(request: IncomingMessage, response: ServerResponse, isSecure: boolean): boolean {
  if (!env.DATABASE_REPLICA_URL) return false
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const attributes = `Max-Age=${SECONDS}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
    response.appendHeader('Set-Cookie', `${COOKIE}=1; ${attributes}`)
    return true
  }
  return (request.headers.cookie ?? '').split(/; */).includes(`${COOKIE}=1`)
}
