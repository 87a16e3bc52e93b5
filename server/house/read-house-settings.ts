import type { HouseView } from '@/lib/contracts/house'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { houseSelect, houseView } from './house-view'

/**
 * What is set for the whole house, as it is now, with the version that a change of it names.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function readHouseSettings(viewer: Viewer | null): Promise<HouseView> {
  requireRole(viewer, 'OPERATOR')
  return houseView(await db.house.findUnique({ where: { id: 1 }, select: houseSelect }))
}
