import type { LikeResponse } from '@/lib/contracts/engagement'
import { setMark } from './set-mark'

interface LikeWish {
  personId: string
  artworkId: string
  liked: boolean
}

/**
 * Likes a work or takes the like back; safe to repeat. Everyone who looks at the work hears of a new count.
 *
 * @throws {HouseError} not_found, session_expired
 */
export async function setLike({ personId, artworkId, liked }: LikeWish): Promise<LikeResponse> {
  const { count } = await setMark({ mark: 'like', personId, artworkId, isSet: liked })
  return { liked, count }
}
