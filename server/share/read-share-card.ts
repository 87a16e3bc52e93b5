import type { Locale } from '@/lib/i18n/locale'
import { catalogueRules } from '@/server/artworks/catalogue-rules'
import { readArtwork } from '@/server/artworks/read-artwork'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { ensureDerivative } from '@/server/storage/ensure-derivative'
import { drawShareCard } from './draw-share-card'

const cards = namedCache<Buffer>({ name: 'share-cards', ...catalogueRules })

/** The picture that goes along with links to a public work; null where there is none. Drawn once for all who ask. */
export async function readShareCard(artworkId: string, locale: Locale): Promise<Buffer | null> {
  const served = await cards.read(`${artworkId} ${locale}`, async () => {
    const artwork = await readArtwork(artworkId, null)
    if (!artwork) return null
    const picture = await db.picture.findUnique({ where: { id: artwork.picture.id }, select: { fileSha256: true } })
    const source = picture && (await ensureDerivative(picture.fileSha256, 1024, 'jpg'))
    if (!source) return null
    const value = await drawShareCard(source.bytes, artwork, locale)
    return { value, tags: [tags.artwork(artworkId)], bytes: value.length }
  })
  return served?.value ?? null
}
