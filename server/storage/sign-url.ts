import { signer } from '@/server/platform/signer'

const HOUR_MS = 60 * 60 * 1000
/** Addresses made within one stretch are the same, so that a browser finds again what it has. */
const STRETCH_MS = 6 * HOUR_MS

const { mark, isMark } = signer('vernissage signed addresses 1', 16)

/**
 * What makes the address of something private valid for at least 6 and at most 12 hours: `<expiry, s, base 36>.<HMAC-SHA-256>`.
 * It says that the house gave out the address and when it ends, not who may use it: that is asked of the session, each time.
 */
export function signUrl(path: string, now = Date.now()): string {
  const expires = ((Math.floor(now / STRETCH_MS) + 2) * STRETCH_MS) / 1000
  const text = expires.toString(36)
  return `${text}.${mark(`${path}\n${text}`)}`
}

/** Whether `access` was made by `signUrl` for this very path and has not expired. */
export function isSigned(path: string, access: string, now = Date.now()): boolean {
  const [expires = '', given = '', ...rest] = access.split('.')
  if (rest.length > 0 || !isMark(`${path}\n${expires}`, given)) return false
  return Number.parseInt(expires, 36) * 1000 > now
}
