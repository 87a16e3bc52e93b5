import type { SetAsideResponse } from '@/lib/contracts/set-aside'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'

const most = 200

/**
 * Orders that stopped two workers and are tried no more, the latest first.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function listSetAside(viewer: Viewer | null): Promise<SetAsideResponse> {
  requireRole(viewer, 'OPERATOR')
  const rows = await db.portraitOrder.findMany({
    where: { status: 'FAILED', failureCode: 'set_aside' },
    orderBy: { finishedAt: 'desc' },
    take: most,
    select: {
      id: true,
      styleId: true,
      quality: true,
      longSide: true,
      attempt: true,
      finishedAt: true,
      updatedAt: true,
    },
  })
  return {
    orders: rows.map(({ id, styleId, quality, longSide: size, attempt: attempts, finishedAt, updatedAt }) => {
      return { id, styleId, quality, size, attempts, setAsideAt: (finishedAt ?? updatedAt).toISOString() }
    }),
  }
}
