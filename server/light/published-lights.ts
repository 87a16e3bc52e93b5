import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import { lightUrl } from '@/lib/contracts/light'
import { catalogueRules } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { lightSoon } from './light-soon'
import { litRooms } from './lit-rooms'

const published = namedCache<string[]>({ name: 'lights', ...catalogueRules })

/**
 * Addresses of the light of an exhibition's rooms, in order; null for one that has not been computed as the room now is. Where the exhibition is open that
 * is begun here.
 */
export async function publishedLights(exhibition: ExhibitionView): Promise<(string | null)[]> {
  const keys = litRooms(exhibition.rooms).map(({ key }) => key)
  const served = await published.read(keys.join(), async () => {
    const rows = await db.roomLight.findMany({ where: { key: { in: keys } }, select: { key: true } })
    const value = rows.map(({ key }) => key)
    return { value, tags: [tags.exhibition(exhibition.id)], bytes: 200 * keys.length }
  })
  const known = new Set(served?.value)
  const isMissing = keys.some((key) => !known.has(key))
  if (isMissing && exhibition.status === 'OPEN') lightSoon(exhibition.id)
  return keys.map((key) => (known.has(key) ? lightUrl(key) : null))
}
