import type { DepotEntry } from '@/lib/contracts/depot'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { pictureSelect, pictureView } from '@/server/storage/picture-view'
import { depotSelect, depotWork } from './depot-work'

/** Earlier pictures that are shown. */
const MOST_EARLIER = 20

/** One work of the depot with the pictures that it had before. Throws not_signed_in, account_needed, forbidden, not_found. */
export async function readDepotWork(artworkId: string, viewer: Viewer | null): Promise<DepotEntry> {
  requireRole(viewer, 'CURATOR')
  const row = await db.artwork.findFirst({
    where: { id: artworkId, depotAt: { not: null } },
    select: {
      ...depotSelect(),
      earlier: {
        select: {
          id: true,
          replacedAt: true,
          replacedBy: { select: { name: true } },
          picture: { select: pictureSelect },
        },
        orderBy: { replacedAt: 'desc' },
        take: MOST_EARLIER,
      },
    },
  })
  if (!row) return fail('not_found')
  return {
    work: depotWork(row),
    earlier: row.earlier.map(({ id, picture, replacedAt, replacedBy }) => ({
      id,
      picture: pictureView(picture, 'PRIVATE'),
      replacedAt: replacedAt.toISOString(),
      replacedBy: replacedBy?.name ?? null,
    })),
  }
}
