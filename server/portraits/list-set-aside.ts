import type { SetAsideResponse } from '@/lib/contracts/set-aside'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { idAfter } from '@/server/platform/id-cursor'

const PAGE = 50

/**
 * Orders that stopped two workers and are tried no more, the youngest first, in pages of 50.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, invalid_request for a cursor that is not ours
 */
export async function listSetAside(viewer: Viewer | null, cursor?: string): Promise<SetAsideResponse> {
  requireRole(viewer, 'OPERATOR')
  const rows = await db.portraitOrder.findMany({
    where: { status: 'FAILED', failureCode: 'set_aside', ...idAfter(cursor) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
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
  const page = rows.slice(0, PAGE)
  return {
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    orders: page.map(({ id, styleId, quality, longSide: size, attempt: attempts, finishedAt, updatedAt }) => {
      return { id, styleId, quality, size, attempts, setAsideAt: (finishedAt ?? updatedAt).toISOString() }
    }),
  }
}
