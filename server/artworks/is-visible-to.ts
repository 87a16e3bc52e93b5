import type { Prisma } from '@/generated/prisma/client'
import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'

/**
 * The works that somebody may see, as a condition for queries: what is public, what is their own, and for curators what was
 * offered to an exhibition, lies in the depot, or was hidden by moderation. Everything else is not there for them.
 */
export function isVisibleTo(viewer: Viewer | null): Prisma.ArtworkWhereInput {
  const conditions: Prisma.ArtworkWhereInput[] = [{ visibility: 'PUBLIC' }]
  if (viewer) conditions.push({ ownerId: viewer.id })
  if (hasRole(viewer, 'CURATOR'))
    conditions.push({ submissions: { some: {} } }, { depotAt: { not: null } }, { hiddenAt: { not: null } })
  return { OR: conditions }
}
