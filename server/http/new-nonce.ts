import { randomFillSync } from 'node:crypto'

/** CSP Level 3, section 7.1 asks for 128 bits at least. */
const NONCE_BYTES = 16
/** Asking the system for so little at a time costs more than all else about a kept page. */
const pool = Buffer.alloc(NONCE_BYTES * 256)
let used = pool.length

/** A nonce that was never given before: 128 random bits, base64. */
export function newNonce(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += NONCE_BYTES
  return pool.toString('base64', used - NONCE_BYTES, used)
}
