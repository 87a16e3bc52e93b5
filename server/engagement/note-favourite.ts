import type { FavouriteNote } from '@/lib/contracts/engagement'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

interface Wish extends FavouriteNote {
  personId: string
  artworkId: string
}

/** Writes a person's own words on a work that they keep; empty ones take them away. Throws not_found for a work that they do not keep. */
export async function noteFavourite({ personId, artworkId, note }: Wish): Promise<FavouriteNote> {
  const { count } = await db.favourite.updateMany({ where: { personId, artworkId }, data: { note } })
  return count === 0 ? fail('not_found') : { note }
}
