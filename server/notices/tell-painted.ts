import type { Transaction } from '@/server/platform/db'
import { tell } from './tell'

/** Tells those among the orders' people who have an account that their portrait is done. Guests have nowhere to come back to. */
export async function tellPainted(tx: Transaction, orderIds: readonly string[]): Promise<void> {
  const orders = await tx.portraitOrder.findMany({
    where: { id: { in: [...orderIds] }, person: { isAnonymous: false } },
    select: { id: true, personId: true },
  })
  for (const { id, personId } of orders) await tell(tx, [personId], { kind: 'portrait-done', orderId: id })
}
