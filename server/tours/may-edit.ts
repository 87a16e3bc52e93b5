import { hasRole, requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import type { Database } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/** Tours are curators' work, and the owner's in a room of their own. */
export function isEditor(viewer: Viewer | null, exhibition: { ownerId: string | null }): viewer is Viewer {
  return hasRole(viewer, 'CURATOR') || (viewer !== null && !viewer.isGuest && exhibition.ownerId === viewer.id)
}

/** @throws {HouseError} not_signed_in, account_needed, not_found, forbidden */
export async function requireEditor(
  where: { id: string } | { slug: string },
  viewer: Viewer | null,
  tx: Pick<Database, 'exhibition'>,
): Promise<{ editor: Viewer; exhibitionId: string }> {
  const member = requireAccount(viewer)
  const exhibition =
    (await tx.exhibition.findUnique({ where, select: { id: true, ownerId: true } })) ?? fail('not_found')
  return isEditor(member, exhibition) ? { editor: member, exhibitionId: exhibition.id } : fail('forbidden')
}
