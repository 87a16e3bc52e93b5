import type { DepotEntry } from '@/lib/contracts/depot'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { earlierColumn, earlierPicture } from '@/server/artworks/earlier-pictures'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { depotSelect, depotWork } from './depot-work'

/** One work of the depot with the pictures that it had before. Throws not_signed_in, account_needed, forbidden, not_found. */
export async function readDepotWork(artworkId: string, viewer: Viewer | null): Promise<DepotEntry> {
  requireRole(viewer, 'CURATOR')
  const row = await db.artwork.findFirst({
    where: { id: artworkId, depotAt: { not: null } },
    select: {
      ...depotSelect(),
      earlier: earlierColumn,
    },
  })
  if (!row) return fail('not_found')
  return {
    work: depotWork(row),
    earlier: row.earlier.map(earlierPicture),
  }
}
