import type { CuratorRole, DeskAction } from '@/lib/contracts/desk'
import type { Viewer } from '@/server/accounts/viewer'
import type { Transaction } from '@/server/platform/db'
import { requireDeskAction } from './require-desk-action'

/**
 * Locks an exhibition for a change, so that two decisions on it come one after the other, and asks whether this person may make it.
 *
 * @throws {HouseError} as requireDeskAction
 */
export async function holdExhibition(
  exhibitionId: string,
  action: DeskAction,
  viewer: Viewer | null,
  tx: Transaction,
): Promise<{ curator: Viewer; role: CuratorRole }> {
  await tx.$queryRaw`SELECT 1 FROM "Exhibition" WHERE "id" = ${exhibitionId} FOR NO KEY UPDATE`
  return requireDeskAction(exhibitionId, action, viewer, tx)
}
