import type { ArtworkView } from '@/lib/contracts/artworks'
import { idSchema } from '@/lib/contracts/common'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { artworkSelect, artworkView } from './artwork-view'
import { isVisibleTo } from './is-visible-to'

/** One work with its label; null where there is none that this person may see. Any text may be given as id. */
export async function readArtwork(id: string, viewer: Viewer | null): Promise<ArtworkView | null> {
  if (!idSchema.safeParse(id).success) return null
  const row = await db.artwork.findFirst({ where: { AND: [{ id }, isVisibleTo(viewer)] }, select: artworkSelect() })
  return row && artworkView(row)
}
