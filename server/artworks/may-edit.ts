import type { Prisma } from '@/generated/prisma/client'
import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'

/** Works whose label and picture somebody may change: their own, and for curators the house's own in the depot. */
export function mayEdit(viewer: Viewer): Prisma.ArtworkWhereInput {
  const isOwn: Prisma.ArtworkWhereInput = { ownerId: viewer.id }
  return hasRole(viewer, 'CURATOR') ? { OR: [isOwn, { ownerId: null, depotAt: { not: null } }] } : isOwn
}
