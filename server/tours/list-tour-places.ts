import type { Bilingual } from '@/lib/contracts/common'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { catalogueDb } from '@/server/platform/catalogue-db'

export interface TourPlace {
  slug: string
  title: Bilingual
  tourCount: number
}

/** As many as a desk shows; the newest first. */
const most = 100

/**
 * Exhibitions that tours can lead through, with how many do.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function listTourPlaces(viewer: Viewer | null): Promise<TourPlace[]> {
  requireRole(viewer, 'CURATOR')
  const rows = await catalogueDb.exhibition.findMany({
    where: { kind: 'EXHIBITION', status: { not: 'ARCHIVED' } },
    orderBy: [{ position: 'asc' }, { id: 'desc' }],
    take: most,
    select: { slug: true, titleEn: true, titleZh: true, _count: { select: { tours: true } } },
  })
  return rows.map(({ slug, titleEn, titleZh, _count }) => ({
    slug,
    title: { en: titleEn, zh: titleZh },
    tourCount: _count.tours,
  }))
}
