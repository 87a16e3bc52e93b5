import type { ArtworkView } from '@/lib/contracts/artworks'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { onPrimary } from '@/server/platform/on-primary'
import { catalogueRules } from './catalogue-rules'

const counts = namedCache<ReadonlyMap<string, number>>({ name: 'like-counts', ...catalogueRules })

/** About what an entry takes with its tags, measured on Node 20: of itself, and more for each work. */
const entryBytes = 400
const workBytes = 370

/**
 * How many people like each of these works now. Counts change thousands of times as often as the rest of a work, so they are kept apart from it.
 *
 * @param key names the set of works: the same key, the same works
 */
export async function readLikeCounts(key: string, artworkIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const served = await counts.read(key, async () => {
    const where = { id: { in: [...artworkIds] } }
    // Never of a replica, which nobody waits for when a count changes.
    const select = { id: true, likeCount: true } as const
    const rows = await onPrimary(async () => await catalogueDb.artwork.findMany({ where, select }))
    const value = new Map(rows.map((row) => [row.id, row.likeCount]))
    return { value, tags: artworkIds.map(tags.count), bytes: entryBytes + artworkIds.length * workBytes }
  })
  return served?.value ?? new Map()
}

export function withLikeCount(work: ArtworkView, likeCounts: ReadonlyMap<string, number>): ArtworkView {
  return { ...work, likeCount: likeCounts.get(work.id) ?? work.likeCount }
}
