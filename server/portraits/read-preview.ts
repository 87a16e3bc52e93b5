import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { store } from '@/server/storage/store'

/** The latest intermediate painting of one's own order, WebP. Throws not_found. */
export async function readPreview(orderId: string, personId: string): Promise<Buffer> {
  const order = await db.portraitOrder.findFirst({ where: { id: orderId, personId }, select: { previewKey: true } })
  const bytes = order?.previewKey ? await store.read(order.previewKey) : null
  return bytes ?? fail('not_found')
}
