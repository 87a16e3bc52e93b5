import type { FavouriteNote } from '@/lib/contracts/engagement'
import { db } from '@/server/platform/db'

interface Asked {
  personId: string
  artworkId: string
}

/** What a person noted of a work that they keep; empty where they noted nothing, or keep it no more. */
export async function readFavouriteNote({ personId, artworkId }: Asked): Promise<FavouriteNote> {
  const where = { personId_artworkId: { personId, artworkId } }
  const row = await db.favourite.findUnique({ where, select: { note: true } })
  return { note: row?.note ?? '' }
}
