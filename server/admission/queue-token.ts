import { signer } from '@/server/platform/signer'
import { ticketLifeSeconds } from './ticket-life'

interface Ticket {
  /** In the order of coming to the closed door, from 1. */
  number: number
}

const { mark, isMark } = signer('vernissage queue tokens 1', 32)

/** A ticket as text: number, time of issue (s since 1970), and an HMAC-SHA-256 of both. */
export function writeQueueToken({ number }: Ticket, now = Date.now()): string {
  const text = `${number}.${Math.floor(now / 1_000)}`
  return `${text}.${mark(text)}`
}

/** Null for what this house did not write, or wrote more than half an hour ago. */
export function readQueueToken(token: string | null, now = Date.now()): Ticket | null {
  const [number = '', issued = '', given = '', ...rest] = token?.split('.') ?? []
  if (rest.length > 0 || !isMark(`${number}.${issued}`, given)) return null
  return now / 1_000 - Number(issued) > ticketLifeSeconds ? null : { number: Number(number) }
}
