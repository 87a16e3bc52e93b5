import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { hasDesk } from './has-desk'
import { isAtDeskOf } from './require-desk-action'

/**
 * Whether somebody sees a private picture as a curator: it hangs in, or was offered to, an exhibition at their desk; or it is one of the
 * house's own, which every curator may hang.
 */
export async function seesAtDesk(pictureId: string, viewer: Viewer): Promise<boolean> {
  if (viewer.isGuest || !(await hasDesk(viewer))) return false
  const exhibition = isAtDeskOf(viewer)
  const anyOf: Prisma.ArtworkWhereInput[] = [
    { ownerId: null },
    { depotAt: { not: null } },
    { hangings: { some: { room: { exhibition } } } },
    { submissions: { some: { exhibition } } },
  ]
  return (await db.artwork.findFirst({ where: { pictureId, OR: anyOf }, select: { id: true } })) !== null
}
