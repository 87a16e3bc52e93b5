import type { StyleView } from '@/lib/contracts/styles'
import { db } from '@/server/platform/db'

/** The built-in masters, in the order of the model's manifest. */
export async function listStyles(): Promise<StyleView[]> {
  const rows = await db.style.findMany({
    where: { position: { not: null } },
    orderBy: { position: 'asc' },
    omit: { code: true },
  })
  return rows.map((row) => ({
    id: row.id,
    title: { en: row.titleEn, zh: row.titleZh },
    artist: { en: row.artistEn, zh: row.artistZh },
    year: row.year,
    school: row.school,
    sampleUrl: `/models/samples/${row.id}.webp`,
  }))
}
