import type { Rung } from '@/lib/contracts/admission'
import { ticketsInBlock } from './tickets-in-block'

/** Tickets of the closed door, in the order of their numbers. */
export interface WaitingLine {
  /** The number of the last one that may come in. */
  served: number
  /** When that was reckoned, ms since 1970. */
  at: number
}

interface Seen {
  rung: Rung
  /** The last ticket that was given out. */
  lastTicket: number
  /** What the painters can do of the smallest paintings; 0 where nothing was measured. */
  ordersPerSecond: number
  at: number
}

/** Many a ticket is never brought back: so many times as many are called as can be painted. Who comes all the same in too great a number closes the door again. */
const calledPerPlace = 3
/** Called at least, tickets a second: each process gives out a block of numbers, of which many may never be used. */
const least = ticketsInBlock

/**
 * Who waits at the closed door is called in the order of coming, once it opens: each step from one look to the next, with what each process
 * knows by itself. A process that has just begun calls all who came before it.
 */
export function stepLine(line: WaitingLine | null, { rung, lastTicket, ordersPerSecond, at }: Seen): WaitingLine {
  if (line === null) return { served: lastTicket, at }
  if (rung === 4) return { ...line, at }
  const called = (Math.max(0, at - line.at) / 1_000) * Math.max(least, ordersPerSecond * calledPerPlace)
  // Below rung 3 nobody needs a ticket.
  return { served: rung < 3 ? lastTicket : Math.min(lastTicket, line.served + called), at }
}
