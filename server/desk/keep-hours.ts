import type { Prisma } from '@/generated/prisma/client'
import { tags } from '@/server/cache/tags'
import { db, type Transaction } from '@/server/platform/db'
import { noteChange } from './note-change'
import { publishWorks } from './publish-works'

/** At most so many in one round. */
const AT_ONCE = 20

/**
 * Writes down what the clock has done: scheduled exhibitions whose hour has come are open, open ones past theirs are closed. Readers go
 * by the clock and never wait for this; but the trail wants it, and works that were private until the opening become public here.
 *
 * @returns how many changed
 */
export async function keepHours(now = new Date()): Promise<number> {
  const opened = await turn({ kind: 'EXHIBITION', status: 'SCHEDULED', opensAt: { lte: now } }, 'OPEN')
  const closed = await turn({ kind: 'EXHIBITION', status: 'OPEN', closesAt: { lte: now } }, 'CLOSED')
  return opened + closed
}

async function turn(due: Prisma.ExhibitionWhereInput, status: 'OPEN' | 'CLOSED'): Promise<number> {
  const rows = await db.exhibition.findMany({ where: due, select: { id: true }, take: AT_ONCE })
  for (const { id } of rows) await db.$transaction((tx) => turnOne(id, due, status, tx))
  return rows.length
}

async function turnOne(id: string, due: Prisma.ExhibitionWhereInput, status: 'OPEN' | 'CLOSED', tx: Transaction) {
  // A curator may have decided otherwise a moment ago.
  const data = { status, version: { increment: 1 } }
  const { count } = await tx.exhibition.updateMany({ where: { id, ...due }, data })
  if (count === 0) return
  const published = status === 'OPEN' ? await publishWorks(id, tx) : []
  const also = [tags.exhibitions, ...published]
  const act = { exhibitionId: id, actorId: null, what: status.toLowerCase() }
  await noteChange({ ...act, also, isGone: status === 'CLOSED' }, tx)
}
