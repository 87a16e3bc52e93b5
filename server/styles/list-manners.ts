import type { MannersView } from '@/lib/contracts/operations'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'

/**
 * What the networks' manifests offer, in their order, and how many manners were learned from works on the wall beside them.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function listManners(viewer: Viewer | null): Promise<MannersView> {
  requireRole(viewer, 'OPERATOR')
  const [masters, ofWorks, learned] = await Promise.all([
    db.style.findMany({
      where: { position: { not: null } },
      orderBy: { position: 'asc' },
      select: {
        id: true,
        titleEn: true,
        titleZh: true,
        artistEn: true,
        artistZh: true,
        year: true,
        modelName: true,
        modelVersion: true,
      },
    }),
    db.style.count({ where: { pictureSha256: { not: null } } }),
    db.style.count({ where: { pictureSha256: { not: null }, codeLength: { not: null } } }),
  ])
  return {
    masters: masters.map(({ titleEn, titleZh, artistEn, artistZh, modelName, modelVersion, ...row }) => ({
      ...row,
      title: { en: titleEn, zh: titleZh },
      artist: { en: artistEn, zh: artistZh },
      model: `${modelName ?? ''} ${modelVersion ?? ''}`.trim(),
    })),
    ofWorks,
    learned,
  }
}
