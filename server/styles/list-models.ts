import type { ModelView } from '@/lib/contracts/operations'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'

/**
 * The networks whose own manners can be ordered, the house's first; manners of works on the wall are not counted.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function listModels(viewer: Viewer | null): Promise<ModelView[]> {
  requireRole(viewer, 'OPERATOR')
  const groups = await db.style.groupBy({
    by: ['modelName', 'modelVersion'],
    where: { position: { not: null } },
    _count: true,
    orderBy: { _min: { position: 'asc' } },
  })
  // A style with a place on the sheet has numbers, and with them a network (a check of the table).
  return groups.map(({ modelName, modelVersion, _count }) => ({
    name: modelName ?? '',
    version: modelVersion ?? '',
    manners: _count,
  }))
}
