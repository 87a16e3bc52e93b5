import type { FavouritesPage } from '@/lib/contracts/engagement'
import { artworkSelect, artworkView } from '@/server/artworks/artwork-view'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { fail } from '@/server/platform/errors'
import { readCursor, writeCursor } from '@/server/platform/page-cursor'

const PAGE = 24

/**
 * Works that a person keeps, with what they noted of each, newest first, in pages of 24. A work that was made private since is left out until it is seen again.
 *
 * @throws {HouseError} invalid_request for a cursor that is not ours
 */
export async function listFavourites(personId: string, cursor?: string): Promise<FavouritesPage> {
  const rows = await catalogueDb.favourite.findMany({
    where: {
      personId,
      artwork: { OR: [{ visibility: 'PUBLIC' }, { ownerId: personId }] },
      ...(cursor !== undefined && { OR: olderThan(cursor) }),
    },
    orderBy: [{ createdAt: 'desc' }, { artworkId: 'desc' }],
    take: PAGE + 1,
    select: { createdAt: true, artworkId: true, note: true, artwork: { select: artworkSelect() } },
  })
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  return {
    favourites: page.map(({ artwork, note }) => ({ artwork: artworkView(artwork), note })),
    nextCursor: last ? writeCursor({ createdAt: last.createdAt, id: last.artworkId }) : null,
  }
}

function olderThan(cursor: string) {
  const end = readCursor(cursor) ?? fail('invalid_request', { fields: { cursor: 'not known' } })
  return [{ createdAt: { lt: end.createdAt } }, { createdAt: end.createdAt, artworkId: { lt: end.id } }]
}
