import type { Viewer } from '@/server/accounts/viewer'
import { presentStatus } from '@/server/exhibitions/exhibition-card'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { readOutside } from '@/server/exhibitions/read-outside'
import { fail } from '@/server/platform/errors'

/** How long the book of an exhibition lies open after it has closed, ms: whoever is in the hall at the hour finishes their line. */
const graceMs = 3_600_000

/**
 * Id of the exhibition whose book this person may open: one that they may enter, or one that closed within the last hour.
 *
 * @throws {HouseError} not_found
 */
export async function findBook(slug: string, viewer: Viewer | null): Promise<string> {
  const entered = await readExhibition(slug, viewer)
  return entered?.id ?? (await closedLately(slug)) ?? fail('not_found')
}

async function closedLately(slug: string): Promise<string | null> {
  const row = await readOutside(slug)
  const now = new Date()
  if (!row?.closesAt || presentStatus(row, now) !== 'CLOSED') return null
  const ago = now.getTime() - row.closesAt.getTime()
  return ago >= 0 && ago < graceMs ? row.id : null
}
