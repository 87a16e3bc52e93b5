import type { ArtistCollection } from '@/lib/contracts/artists'
import { idSchema } from '@/lib/contracts/common'
import type { Viewer } from '@/server/accounts/viewer'
import { hasOpenPage } from '@/server/artists/has-open-page'
import { artworkSelect, artworkView } from '@/server/artworks/artwork-view'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { shownCollection, shownCollectionSelect } from './collection-view'

const PAGE = 24

interface Asked {
  artistId: string
  collectionId: string
  /** Id of the last work seen. */
  cursor?: string
}

/**
 * One series or collection that is shown on an artist's page, its works as they came in, in pages of 24. Null where this person does not see that
 * page, or the collection is not on it. Any text may be given as ids.
 */
export async function readShownCollection(
  { artistId, collectionId, cursor }: Asked,
  viewer: Viewer | null,
): Promise<ArtistCollection | null> {
  if (![artistId, collectionId].every((id) => idSchema.safeParse(id).success)) return null
  const row = await catalogueDb.collection.findFirst({
    where: { id: collectionId, isPublic: true, owner: hasOpenPage(artistId, viewer) },
    select: { ...shownCollectionSelect(0), owner: { select: { name: true } } },
  })
  if (!row) return null
  const rows = await catalogueDb.collectionEntry.findMany({
    where: { collectionId, artwork: { visibility: 'PUBLIC' }, ...(await cameAfter(collectionId, cursor)) },
    orderBy: [{ createdAt: 'asc' }, { artworkId: 'asc' }],
    take: PAGE + 1,
    select: { note: true, artwork: { select: artworkSelect() } },
  })
  const { owner, ...shown } = row
  const page = rows.slice(0, PAGE)
  const entries = page.map(({ artwork, note }) => ({ artwork: artworkView(artwork), note }))
  return {
    artistName: owner.name,
    collection: { ...shownCollection(shown), entries },
    nextCursor: rows.length > PAGE ? (page.at(-1)?.artwork.id ?? null) : null,
  }
}

/** A work that was taken out since leads to the beginning. */
async function cameAfter(collectionId: string, artworkId: string | undefined) {
  if (artworkId === undefined) return {}
  const where = { collectionId_artworkId: { collectionId, artworkId } }
  const last = await catalogueDb.collectionEntry.findUnique({ where, select: { createdAt: true } })
  if (!last) return {}
  const { createdAt } = last
  return { OR: [{ createdAt: { gt: createdAt } }, { createdAt, artworkId: { gt: artworkId } }] }
}
