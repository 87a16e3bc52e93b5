import type { StyleView } from '@/lib/contracts/styles'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'

const masters = namedCache<StyleView[]>({ name: 'styles', ...catalogueRules })

/** The built-in masters, in the order of the model's manifest. Their numbers are large and of no use here. */
export async function listStyles(): Promise<StyleView[]> {
  const served = await masters.read('masters', async () => {
    const value = await readStyles()
    return { value, tags: [tags.styles], bytes: sizeOf(value) }
  })
  return served?.value ?? []
}

async function readStyles(): Promise<StyleView[]> {
  const rows = await catalogueDb.style.findMany({
    where: { position: { not: null } },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      modelName: true,
      modelVersion: true,
      titleEn: true,
      titleZh: true,
      artistEn: true,
      artistZh: true,
      year: true,
      school: true,
    },
  })
  const house = rows[0]?.modelName
  return rows.map((row) => ({
    id: row.id,
    title: { en: row.titleEn, zh: row.titleZh },
    artist: { en: row.artistEn, zh: row.artistZh },
    year: row.year,
    school: row.school,
    // The house's samples are files of the project; a worker paints those of networks that were dropped in.
    sampleUrl:
      row.modelName === house ? `/models/samples/${row.id}.webp` : `/api/styles/${row.id}/sample?v=${row.modelVersion}`,
  }))
}
