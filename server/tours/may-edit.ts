import type { Prisma } from '@/generated/prisma/client'
import { mayAtDesk } from '@/lib/contracts/desk'
import { hasRole, requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { deskRole } from '@/server/desk/require-desk-action'
import type { Database } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/** What isEditor needs of an exhibition. */
export const editorsSelect = {
  kind: true,
  ownerId: true,
  curators: { select: { personId: true, role: true } },
} as const satisfies Prisma.ExhibitionSelect
type Edited = Prisma.ExhibitionGetPayload<{ select: typeof editorsSelect }>

/** Tours and the book are kept by who may edit the exhibition at the desk; in a room of one's own by its owner and by curators. */
export function isEditor(viewer: Viewer | null, exhibition: Edited): viewer is Viewer {
  if (!viewer || viewer.isGuest) return false
  if (exhibition.kind === 'OWN_ROOM') return exhibition.ownerId === viewer.id || hasRole(viewer, 'CURATOR')
  return exhibition.ownerId === viewer.id || mayAtDesk(deskRole(exhibition, viewer), 'edit')
}

/** @throws {HouseError} not_signed_in, account_needed, not_found, forbidden */
export async function requireEditor(
  where: { id: string } | { slug: string },
  viewer: Viewer | null,
  tx: Pick<Database, 'exhibition'>,
): Promise<{ editor: Viewer; exhibitionId: string }> {
  const member = requireAccount(viewer)
  const select = { id: true, ...editorsSelect } as const
  const exhibition = (await tx.exhibition.findUnique({ where, select })) ?? fail('not_found')
  return isEditor(member, exhibition) ? { editor: member, exhibitionId: exhibition.id } : fail('forbidden')
}
