import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '@/server/platform/env'

/** Whoever does not come back within this time has lost their place, s. */
const lifeSeconds = 30 * 60

export interface Ticket {
  /** In the order of coming to the closed door, from 1. */
  number: number
}

/** A key of its own (HKDF, RFC 5869), so that a token is good for nothing else. */
const key = Buffer.from(hkdfSync('sha256', env.AUTH_SECRET, '', 'vernissage queue tokens 1', 32))

const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url')

/** A ticket as text: number, time of issue (s since 1970), and an HMAC-SHA-256 of both. */
export function writeQueueToken({ number }: Ticket, now = Date.now()): string {
  const text = `${number}.${Math.floor(now / 1_000)}`
  return `${text}.${sign(text)}`
}

/** Null for what this house did not write, or wrote more than half an hour ago. */
export function readQueueToken(token: string | null, now = Date.now()): Ticket | null {
  const [number = '', issued = '', signature = '', ...rest] = token?.split('.') ?? []
  const given = Buffer.from(signature)
  const right = Buffer.from(sign(`${number}.${issued}`))
  if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null
  return now / 1_000 - Number(issued) > lifeSeconds ? null : { number: Number(number) }
}
