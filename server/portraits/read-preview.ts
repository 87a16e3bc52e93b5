import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { isSigned } from '@/server/storage/sign-url'
import { store } from '@/server/storage/store'
import { previewPath } from './portrait-view'

interface Address {
  v?: string
  access?: string
}

/**
 * The latest intermediate painting of one's own order, WebP.
 *
 * @throws {HouseError} link_invalid for an address that was altered or has expired, not_found
 */
export async function readPreview(orderId: string, { v, access }: Address, personId: string): Promise<Buffer> {
  if (v === undefined || access === undefined) return fail('not_found')
  if (!isSigned(previewPath(orderId, v), access)) return fail('link_invalid')
  const order = await db.portraitOrder.findFirst({ where: { id: orderId, personId }, select: { previewKey: true } })
  const bytes = order?.previewKey ? await store.read(order.previewKey) : null
  return bytes ?? fail('not_found')
}
