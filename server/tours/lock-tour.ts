import type { Viewer } from '@/server/accounts/viewer'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { requireEditor } from './may-edit'

/**
 * A tour that is about to be changed by somebody who may, and whom nobody has overtaken.
 *
 * @param version as the change was made from; left out where any will do
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, conflict
 */
export async function lockTour(
  id: string,
  version: number | null,
  viewer: Viewer | null,
  tx: Transaction,
): Promise<{ editor: Viewer; exhibitionId: string }> {
  const [tour] = await tx.$queryRaw<{ exhibitionId: string; version: number }[]>`
    SELECT "exhibitionId", "version" FROM "Tour" WHERE "id" = ${id} FOR UPDATE`
  if (!tour) fail('not_found')
  const allowed = await requireEditor({ id: tour.exhibitionId }, viewer, tx)
  if (version !== null && tour.version !== version) fail('conflict')
  return allowed
}
