import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/server/accounts/viewer'

/**
 * The works that somebody may hang in an exhibition, as a condition for queries: public ones, the house's, what lies in the depot, their
 * own, and those that were offered to it and accepted; in a room of one's own, one's own alone; never what moderation hides. A work that is private becomes public when the exhibition opens, never before.
 */
export function isAvailableFor(
  { exhibitionId, isOwnRoom }: { exhibitionId: string; isOwnRoom: boolean },
  viewer: Viewer,
): Prisma.ArtworkWhereInput {
  if (isOwnRoom) return { hiddenAt: null, ownerId: viewer.id }
  return {
    hiddenAt: null,
    OR: [
      { visibility: 'PUBLIC' },
      { ownerId: null },
      { depotAt: { not: null } },
      { ownerId: viewer.id },
      { submissions: { some: { exhibitionId, status: 'ACCEPTED' } } },
    ],
  }
}
