import { lockPerson } from '@/server/accounts/lock-person'
import type { Transaction } from '@/server/platform/db'

/** Which of the person's outstanding orders this one is, or would be, from 1. */
export async function countTurn(tx: Transaction, order: { id: string; personId: string }): Promise<number> {
  const { id, personId } = order
  return (
    1 + (await tx.portraitOrder.count({ where: { id: { not: id }, personId, status: { in: ['QUEUED', 'PAINTING'] } } }))
  )
}

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
