import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '@/server/platform/env'

const HOUR_MS = 60 * 60 * 1000
/** Addresses made within one stretch are the same, so that a browser finds again what it has. */
const STRETCH_MS = 6 * HOUR_MS
/** Half of SHA-256's output, the least that RFC 2104 section 5 advises. */
const SIGNATURE_BYTES = 16

/** A key of its own (HKDF, RFC 5869), so that nothing signed here is ever good for a session, nor the other way round. */
const key = Buffer.from(hkdfSync('sha256', env.AUTH_SECRET, '', 'vernissage signed addresses 1', 32))

const signature = (path: string, expires: string) =>
  createHmac('sha256', key).update(`${path}\n${expires}`).digest().subarray(0, SIGNATURE_BYTES)

/**
 * What makes the address of something private valid for at least 6 and at most 12 hours: `<expiry, s, base 36>.<HMAC-SHA-256>`.
 * It says that the house gave out the address and when it ends, not who may use it: that is asked of the session, each time.
 */
export function signUrl(path: string, now = Date.now()): string {
  const expires = ((Math.floor(now / STRETCH_MS) + 2) * STRETCH_MS) / 1000
  const text = expires.toString(36)
  return `${text}.${signature(path, text).toString('base64url')}`
}

/** Whether `access` was made by `signUrl` for this very path and has not expired. */
export function isSigned(path: string, access: string, now = Date.now()): boolean {
  const [expires = '', mark = '', ...rest] = access.split('.')
  const given = Buffer.from(mark, 'base64url')
  if (rest.length > 0 || given.length !== SIGNATURE_BYTES || given.toString('base64url') !== mark) return false
  return timingSafeEqual(given, signature(path, expires)) && Number.parseInt(expires, 36) * 1000 > now
}
