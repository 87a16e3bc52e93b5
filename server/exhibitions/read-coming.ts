import type { ComingExhibition } from '@/lib/contracts/exhibitions'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'

const coming = namedCache<ComingExhibition>({ name: 'coming exhibitions', ...catalogueRules })

/**
 * What everybody may know of an exhibition whose opening is announced: its words and its hour, and none of its works. Null for any
 * other, once it is open too.
 */
export async function readComing(slug: string): Promise<ComingExhibition | null> {
  const served = await coming.read(slug, async () => {
    const now = new Date()
    const row = await catalogueDb.exhibition.findFirst({
      where: { slug, kind: 'EXHIBITION', status: 'SCHEDULED', opensAt: { gt: now } },
      select: { id: true, slug: true, titleEn: true, titleZh: true, textEn: true, textZh: true, opensAt: true },
    })
    if (!row?.opensAt) return null
    const value = {
      slug: row.slug,
      title: { en: row.titleEn, zh: row.titleZh },
      text: { en: row.textEn, zh: row.textZh },
      opensAt: row.opensAt.toISOString(),
    }
    const madeFrom = [tags.exhibitions, tags.exhibition(row.id)]
    return { value, tags: madeFrom, bytes: sizeOf(value), until: row.opensAt.getTime() }
  })
  return served?.value ?? null
}
