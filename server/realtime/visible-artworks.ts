import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'

const bytesAnId = 200
const openOnes = namedCache<string[]>({
  name: 'visible works',
  mostBytes: 4 * 1024 * 1024,
  freshMs: 60_000,
  limitMs: 2_000,
  lastGoodMs: 300_000,
})

/** Those that anybody may see. All who stand in one exhibition ask for the same works, after a cut all of them at once. */
async function openArtworks(artworkIds: readonly string[]): Promise<string[]> {
  const served = await openOnes.read(artworkIds.join(), async () => {
    const rows = await db.artwork.findMany({
      where: { id: { in: [...artworkIds] }, visibility: 'PUBLIC' },
      select: { id: true },
    })
    const bytes = artworkIds.length * bytesAnId
    return { value: rows.map((row) => row.id), tags: artworkIds.map(tags.artwork), bytes }
  })
  return served?.value ?? []
}

/** Those of the works whose counts this person (null: nobody known) may follow. */
export async function visibleArtworks(artworkIds: readonly string[], personId: string | null): Promise<string[]> {
  const wanted = [...new Set(artworkIds)].sort()
  const open = await openArtworks(wanted)
  const others = wanted.filter((id) => !open.includes(id))
  if (!personId || others.length === 0) return open
  const mine = await db.artwork.findMany({ where: { id: { in: others }, ownerId: personId }, select: { id: true } })
  return [...open, ...mine.map((row) => row.id)]
}
