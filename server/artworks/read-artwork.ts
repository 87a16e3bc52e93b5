import type { ArtworkView } from '@/lib/contracts/artworks'
import { idSchema } from '@/lib/contracts/common'
import type { Viewer } from '@/server/accounts/viewer'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { readNextHour } from '@/server/exhibitions/next-hour'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { artworkSelect, artworkTags, artworkView } from './artwork-view'
import { catalogueRules, sizeOf } from './catalogue-rules'
import { isVisibleTo } from './is-visible-to'
import { readLikeCounts, withLikeCount } from './with-like-counts'

const works = namedCache<ArtworkView>({ name: 'artworks', ...catalogueRules })

/** One work with its label; null where there is none that this person may see. Any text may be given as id. */
export async function readArtwork(id: string, viewer: Viewer | null): Promise<ArtworkView | null> {
  if (!idSchema.safeParse(id).success) return null
  return (await readPublic(id)) ?? (viewer ? readPrivate(id, viewer) : null)
}

/** What everybody sees; the only part that is kept. */
async function readPublic(id: string): Promise<ArtworkView | null> {
  const served = await works.read(id, async () => {
    const until = await readNextHour()
    const row = await findVisible(id, null)
    if (!row) return null
    const value = artworkView(row)
    return { value, tags: [tags.exhibitions, ...artworkTags(row)], bytes: sizeOf(value), until }
  })
  // Only now: of a work that is not there nothing is counted, nor kept.
  return served && withLikeCount(served.value, await readLikeCounts(id, [id]))
}

async function readPrivate(id: string, viewer: Viewer): Promise<ArtworkView | null> {
  const row = await findVisible(id, viewer)
  return row && artworkView(row)
}

function findVisible(id: string, viewer: Viewer | null) {
  return catalogueDb.artwork.findFirst({ where: { AND: [{ id }, isVisibleTo(viewer)] }, select: artworkSelect() })
}
