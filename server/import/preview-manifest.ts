import type { ManifestView } from '@/lib/contracts/imports'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fetchManifest } from './fetch-manifest'

/** Works that are shown of one manifest, and can be taken. */
const MOST_WORKS = 500

/**
 * What a IIIF manifest would bring, and what of it is in the depot already.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, address_refused, fetch_failed, manifest_unreadable
 */
export async function previewManifest(url: string, viewer: Viewer | null): Promise<ManifestView> {
  requireRole(viewer, 'CURATOR')
  const { works, ...manifest } = await fetchManifest(url)
  const shown = works.slice(0, MOST_WORKS)
  const there = await db.artwork.findMany({
    where: { sourceUrl: { in: shown.map(({ id }) => id) }, depotAt: { not: null } },
    select: { id: true, sourceUrl: true },
  })
  const taken = new Map(there.map(({ id, sourceUrl }) => [sourceUrl, id]))
  return {
    ...manifest,
    works: shown.map(({ id, title, artist, year, width, height, rights }) => {
      return { id, title, artist, year, width, height, rights, artworkId: taken.get(id) ?? null }
    }),
  }
}
