import { db } from '@/server/platform/db'

export async function ownsOrder(orderId: string, personId: string): Promise<boolean> {
  return (await db.portraitOrder.count({ where: { id: orderId, personId } })) > 0
}
