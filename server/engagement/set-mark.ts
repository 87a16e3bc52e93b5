import { fail } from '@/server/platform/errors'
import { shared } from '@/server/platform/shared'
import { writeTogether } from '@/server/platform/write-together'
import { type MarkAnswer, type MarkWish, writeMarks } from './write-marks'

/** People whose wishes for one work are written in one statement. */
const mostTogether = 500

const lanes = () =>
  shared('mark-lanes', () =>
    writeTogether<MarkWish, MarkAnswer>({
      laneOf: ({ mark, artworkId }) => `${mark} ${artworkId}`,
      nameOf: ({ personId }) => personId,
      most: mostTogether,
      write: writeMarks,
    }),
  )

/**
 * Sets or takes back a mark and keeps its count exact. What many people want of one work at once is written together (0078).
 *
 * @returns the work's count once this is committed, and whether this call changed it
 * @throws {HouseError} not_found for a work that this person cannot see, session_expired for a person who is gone, unavailable
 */
export async function setMark(wish: MarkWish): Promise<{ count: number; hasChanged: boolean }> {
  const { isPersonThere, isWorkThere, count, hasChanged } = await lanes()(wish)
  if (!isPersonThere) fail('session_expired')
  if (!isWorkThere) fail('not_found')
  return { count, hasChanged }
}
