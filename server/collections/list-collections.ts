import type { CollectionsPage } from '@/lib/contracts/collections'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'

const PAGE = 50

interface Asked {
  /** Says of each whether this work is in it. */
  artwork?: string
  /** Id of the last one seen. */
  cursor?: string
}

/** One's own series and collections, newest first, in pages of 50. Throws not_signed_in, account_needed. */
export async function listCollections({ artwork, cursor }: Asked, viewer: Viewer | null): Promise<CollectionsPage> {
  const { id: ownerId } = requireAccount(viewer)
  const rows = await db.collection.findMany({
    where: { ownerId, ...(cursor && { id: { lt: cursor } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      kind: true,
      title: true,
      isPublic: true,
      _count: { select: { entries: true } },
      entries: { where: { artworkId: artwork ?? '' }, select: { artworkId: true } },
    },
  })
  const page = rows.slice(0, PAGE)
  return {
    collections: page.map(({ _count, entries, ...row }) => {
      return { ...row, count: _count.entries, hasWork: entries.length > 0 }
    }),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}
