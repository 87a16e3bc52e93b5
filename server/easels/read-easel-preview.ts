import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { store } from '@/server/storage/store'

/**
 * The latest intermediate painting of a portrait that its artist shows now, WebP. Asked of the row each time, so that it is gone with
 * the artist's wish, and with the end of the painting.
 *
 * @throws {HouseError} not_found
 */
export async function readEaselPreview(showId: string): Promise<Buffer> {
  const where = { showId, status: 'PAINTING' } as const
  const order = await db.portraitOrder.findFirst({ where, select: { previewKey: true } })
  const bytes = order?.previewKey ? await store.read(order.previewKey) : null
  return bytes ?? fail('not_found')
}
