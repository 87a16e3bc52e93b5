import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from './env'

export interface Signer {
  /** base64url. */
  mark(text: string): string
  /** Whether `given` is the mark of `text`, in time that tells nothing of how nearly. */
  isMark(text: string, given: string): boolean
}

/**
 * Marks texts as this house's own: HMAC-SHA-256 (RFC 2104), under a key that is derived from the house's secret for this purpose alone
 * (HKDF, RFC 5869), so that what is signed for one purpose is good for no other, nor for a session.
 *
 * @param bytes of a mark, 16 to 32; RFC 2104 section 5 advises half of the hash's output at least
 */
export function signer(purpose: string, bytes: number): Signer {
  const key = Buffer.from(hkdfSync('sha256', env.AUTH_SECRET, '', purpose, 32))
  const mark = (text: string) =>
    createHmac('sha256', key).update(text).digest().subarray(0, bytes).toString('base64url')
  return {
    mark,
    isMark(text, given) {
      // As text: other spellings of the same bytes are none of ours.
      const [theirs, ours] = [Buffer.from(given), Buffer.from(mark(text))]
      return theirs.length === ours.length && timingSafeEqual(theirs, ours)
    },
  }
}
