import { slugSchema } from '@/lib/contracts/common'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'

const select = {
  id: true,
  slug: true,
  status: true,
  titleEn: true,
  titleZh: true,
  textEn: true,
  textZh: true,
  opensAt: true,
  closesAt: true,
} as const

const outsides = namedCache<NonNullable<Awaited<ReturnType<typeof find>>>>({ name: 'outsides', ...catalogueRules })

/**
 * An exhibition's words and hours as they are written, whatever the hour is now: what a moment makes of them is for `presentStatus` to say.
 * Null for drafts, for archived ones, for people's own rooms, and for any text that is no slug.
 */
export async function readOutside(slug: string) {
  if (!slugSchema.safeParse(slug).success) return null
  const served = await outsides.read(slug, async () => {
    const row = await find(slug)
    return row && { value: row, tags: [tags.exhibitions, tags.exhibition(row.id)], bytes: sizeOf(row) }
  })
  return served?.value ?? null
}

function find(slug: string) {
  return catalogueDb.exhibition.findFirst({
    where: { slug, kind: 'EXHIBITION', status: { in: ['SCHEDULED', 'OPEN', 'CLOSED'] } },
    select,
  })
}
