import type { Transaction } from '@/server/platform/db'
import { jobId, paintTopic } from './paint-job'

/** What the outbox says of an order that is to be painted. */
export const outboxRow = (order: { id: string; attempt: number }) => ({
  topic: paintTopic,
  key: jobId(order),
  payload: { orderId: order.id },
})

/** Has an order painted for itself: its job goes out with the commit. `turn`: its priority, from 1, the lower the sooner. */
export async function joinQueue(tx: Transaction, order: { id: string; attempt: number; turn: number }): Promise<void> {
  await tx.outboxEntry.create({ data: { ...outboxRow(order), priority: order.turn } })
}
