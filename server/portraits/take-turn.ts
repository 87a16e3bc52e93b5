import { Prisma } from '@/generated/prisma/client'
import { lockPerson } from '@/server/accounts/lock-person'
import type { Transaction } from '@/server/platform/db'

/** Which of the person's outstanding orders this one is, or would be, from 1. */
export async function countTurn(tx: Transaction, order: { id: string; personId: string }): Promise<number> {
  const { id, personId } = order
  return (
    1 + (await tx.portraitOrder.count({ where: { id: { not: id }, personId, status: { in: ['QUEUED', 'PAINTING'] } } }))
  )
}

/** The same for one that is not written yet, as part of the statement that writes it. */
export const turnOf = (personId: string) => Prisma.sql`
  (SELECT 1 + count(*)::int FROM "PortraitOrder" WHERE "personId" = ${personId} AND "status" IN ('QUEUED', 'PAINTING'))`

/**
 * Gives a new order its turn: the priority under which it waits, so that whoever orders ten does not come before the one order of
 * everybody else. Orders of one person that are placed at once are numbered one after the other: their person's row is held from here to
 * the commit, so this comes last, when all that takes time is done.
 */
export async function takeTurn(tx: Transaction, order: { id: string; personId: string }): Promise<number> {
  await lockPerson(order.personId, tx)
  const turn = await countTurn(tx, order)
  if (turn > 1) await tx.portraitOrder.update({ where: { id: order.id }, data: { turn } })
  return turn
}
