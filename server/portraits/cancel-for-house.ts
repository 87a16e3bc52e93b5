import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { previewFolder } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { announceOrders } from './announce-order'
import { endOrder } from './end-order'

/**
 * Ends anybody's order that waits or is painted; its artist sees it as cancelled, and may have it painted again.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_cancellable for one that has ended, or is not there
 */
export async function cancelForHouse(orderId: string, viewer: Viewer | null): Promise<{ ok: true }> {
  const operator = requireRole(viewer, 'OPERATOR')
  const heirs = await db.$transaction(async (tx) => {
    const heirs = (await endOrder(tx, { id: orderId })) ?? fail('not_cancellable')
    const subject = { subjectType: 'portrait', subjectId: orderId } as const
    await recordAudit(tx, { actorId: operator.id, action: 'portrait.cancelled', ...subject })
    return heirs
  })
  await store.removeAll(previewFolder(orderId))
  await announceOrders([orderId, ...heirs])
  return { ok: true }
}
