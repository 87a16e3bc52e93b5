import type { Transaction } from '@/server/platform/db'
import { jobId, paintTopic } from './paint-job'

/** Has an order painted for itself: its job goes out with the commit. `turn`: its priority, from 1, the lower the sooner. */
export async function joinQueue(tx: Transaction, order: { id: string; attempt: number; turn: number }): Promise<void> {
  const payload = { orderId: order.id }
  await tx.outboxEntry.create({ data: { topic: paintTopic, key: jobId(order), payload, priority: order.turn } })
}
