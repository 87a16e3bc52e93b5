import type { FavouriteResponse } from '@/lib/contracts/engagement'
import { setMark } from './set-mark'

interface FavouriteWish {
  personId: string
  artworkId: string
  kept: boolean
}

/**
 * Keeps a work among the favourites or removes it; safe to repeat.
 *
 * @throws {HouseError} not_found, session_expired
 */
export async function setFavourite({ personId, artworkId, kept }: FavouriteWish): Promise<FavouriteResponse> {
  await setMark({ mark: 'favourite', personId, artworkId, isSet: kept })
  return { kept }
}
