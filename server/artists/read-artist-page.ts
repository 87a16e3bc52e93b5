import type { ArtistPage } from '@/lib/contracts/artists'
import { idSchema } from '@/lib/contracts/common'
import type { Viewer } from '@/server/accounts/viewer'
import { artworkSelect, artworkTags, artworkView } from '@/server/artworks/artwork-view'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { collectionSelect, collectionView } from '@/server/collections/collection-view'
import { readNextHour } from '@/server/exhibitions/next-hour'
import { catalogueDb } from '@/server/platform/catalogue-db'

const PAGE = 24
const pages = namedCache<ArtistPage>({ name: 'artists', ...catalogueRules })
/** Series and collections that are shown. */
const MOST_COLLECTIONS = 50

/**
 * An artist's public page: statement, works that everybody may see, newest first in pages of 24, series and collections. Null where there is none
 * that this person may see: open ones are for everyone, one's own always. Any text may be given as id; `cursor`: id of the last work seen.
 */
export async function readArtistPage(id: string, viewer: Viewer | null, cursor?: string): Promise<ArtistPage | null> {
  if (!idSchema.safeParse(id).success) return null
  if (cursor !== undefined || viewer?.id === id) return (await find(id, viewer, cursor))?.page ?? null
  const served = await pages.read(id, async () => {
    const until = await readNextHour()
    const found = await find(id, null)
    if (!found) return null
    return { value: found.page, tags: new Set(found.tags), bytes: sizeOf(found.page), until }
  })
  return served?.value ?? null
}

async function find(id: string, viewer: Viewer | null, cursor?: string) {
  const isOpen = { pageOpenedAt: { not: null }, hiddenAt: null, bannedAt: null }
  const person = await catalogueDb.person.findFirst({
    where: { id, isAnonymous: false, ...(viewer?.id !== id && isOpen) },
    select: {
      name: true,
      statementEn: true,
      statementZh: true,
      exhibitions: {
        where: { kind: 'OWN_ROOM', status: 'OPEN', rooms: { some: { hangings: { some: {} } } } },
        select: { slug: true },
      },
      collections: {
        where: { isPublic: true },
        orderBy: { id: 'desc' },
        take: MOST_COLLECTIONS,
        select: collectionSelect(null),
      },
    },
  })
  if (!person) return null
  const rows = await catalogueDb.artwork.findMany({
    where: { ownerId: id, visibility: 'PUBLIC', ...(cursor && { id: { lt: cursor } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: artworkSelect(),
  })
  const shown = rows.slice(0, PAGE)
  const collected = person.collections.flatMap(({ entries }) => entries.map(({ artwork }) => artwork))
  const page: ArtistPage = {
    id,
    name: person.name,
    statement: { en: person.statementEn, zh: person.statementZh },
    roomSlug: person.exhibitions[0]?.slug ?? null,
    works: shown.map(artworkView),
    nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    collections: person.collections.map(collectionView).filter(({ entries }) => entries.length > 0),
  }
  return { page, tags: [tags.person(id), tags.exhibitions, ...[...shown, ...collected].flatMap(artworkTags)] }
}
