import type { ArtistPage } from '@/lib/contracts/artists'
import { idSchema } from '@/lib/contracts/common'
import type { Viewer } from '@/server/accounts/viewer'
import { artworkSelect, artworkTags, artworkView } from '@/server/artworks/artwork-view'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { shownCollection, shownCollectionSelect } from '@/server/collections/collection-view'
import { readNextHour } from '@/server/exhibitions/next-hour'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { hasOpenPage } from './has-open-page'

const PAGE = 24
const pages = namedCache<ArtistPage>({ name: 'artists', ...catalogueRules })
/** Series and collections on one page, and works of each. */
const COLLECTIONS = 12
const WORKS_OF_EACH = 8

interface Cursors {
  /** Id of the last work seen. */
  cursor?: string
  /** Id of the last collection seen. */
  collections?: string
}

/**
 * An artist's public page: statement, works that everybody may see, newest first in pages of 24, series and collections in pages of 12 with the
 * first works of each. Null where there is none that this person may see: open ones are for everyone, one's own always. Any text may be given as id.
 */
export async function readArtistPage(
  id: string,
  viewer: Viewer | null,
  after: Cursors = {},
): Promise<ArtistPage | null> {
  if (!idSchema.safeParse(id).success) return null
  const isFirst = after.cursor === undefined && after.collections === undefined
  if (!isFirst || viewer?.id === id) return (await find(id, viewer, after))?.page ?? null
  const served = await pages.read(id, async () => {
    const until = await readNextHour()
    const found = await find(id, null, {})
    if (!found) return null
    return { value: found.page, tags: new Set(found.tags), bytes: sizeOf(found.page), until }
  })
  return served?.value ?? null
}

async function find(id: string, viewer: Viewer | null, { cursor, collections: lastCollection }: Cursors) {
  const person = await catalogueDb.person.findFirst({
    where: hasOpenPage(id, viewer),
    select: {
      name: true,
      statementEn: true,
      statementZh: true,
      exhibitions: {
        where: { kind: 'OWN_ROOM', status: 'OPEN', rooms: { some: { hangings: { some: {} } } } },
        select: { slug: true },
      },
      collections: {
        where: {
          isPublic: true,
          entries: { some: { artwork: { visibility: 'PUBLIC' } } },
          ...(lastCollection && { id: { lt: lastCollection } }),
        },
        orderBy: { id: 'desc' },
        take: COLLECTIONS + 1,
        select: shownCollectionSelect(WORKS_OF_EACH),
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
  const collections = person.collections.slice(0, COLLECTIONS)
  const collected = collections.flatMap(({ entries }) => entries.map(({ artwork }) => artwork))
  const page: ArtistPage = {
    id,
    name: person.name,
    statement: { en: person.statementEn, zh: person.statementZh },
    roomSlug: person.exhibitions[0]?.slug ?? null,
    works: shown.map(artworkView),
    nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    collections: collections.map(shownCollection),
    nextCollections: person.collections.length > COLLECTIONS ? (collections.at(-1)?.id ?? null) : null,
  }
  return { page, tags: [tags.person(id), tags.exhibitions, ...[...shown, ...collected].flatMap(artworkTags)] }
}
