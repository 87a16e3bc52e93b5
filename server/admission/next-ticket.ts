import { db } from '@/server/platform/db'
import { shared } from '@/server/platform/shared'
import { ticketsInBlock } from './tickets-in-block'

interface Block {
  next: number
  end: number
}

async function takeBlock(): Promise<Block> {
  const [row] = await db.$queryRaw<[{ block: number }]>`SELECT nextval('"ClosedDoorTicket_id_seq"')::float8 AS "block"`
  const end = row.block * ticketsInBlock
  return { next: end - ticketsInBlock + 1, end }
}

/**
 * The next number for an order that comes to a closed door: ascending within a process, and about in the order of coming over all of
 * them. Null where none can be had.
 */
export async function nextTicket(): Promise<number | null> {
  const box = shared('tickets', () => ({ taking: null as Promise<Block> | null }))
  for (;;) {
    box.taking ??= takeBlock()
    const taking = box.taking
    const block = await taking.catch(() => null)
    if (block && block.next <= block.end) return block.next++
    // Used up, or not to be had: whoever comes next takes another one.
    if (box.taking === taking) box.taking = null
    if (!block) return null
  }
}
