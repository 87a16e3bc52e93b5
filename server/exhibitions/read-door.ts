import type { ClosedExhibition, ComingExhibition, ExhibitionView } from '@/lib/contracts/exhibitions'
import type { Viewer } from '@/server/accounts/viewer'
import { noteSource } from '@/server/cache/gather'
import { presentStatus } from './exhibition-card'
import { readExhibition } from './read-exhibition'
import { readOutside } from './read-outside'

export type Door =
  | { state: 'open'; exhibition: ExhibitionView }
  | { state: 'coming'; coming: ComingExhibition }
  | { state: 'closed'; closed: ClosedExhibition }

type Outside = NonNullable<Awaited<ReturnType<typeof readOutside>>>

/**
 * What this person finds at an exhibition's address: the exhibition where they may enter it, else what everybody may know of one that is
 * announced or was shown (its title and its hours; of an announced one its text too; works of neither). Null where there is nothing.
 */
export async function readDoor(slug: string, viewer: Viewer | null): Promise<Door | null> {
  for (let look = 1; ; look++) {
    // One moment decides, and it is before the question: who is not let in at an opening hour was too early by this clock as well.
    const now = new Date()
    const exhibition = await readExhibition(slug, viewer)
    if (exhibition) return { state: 'open', exhibition }
    const outside = await readOutside(slug)
    if (!outside) return null
    const status = presentStatus(outside, now)
    // It closed in between, or the answer was shared with somebody who had asked before it opened; both are over at the second look.
    if (status === 'OPEN' && look === 1) continue
    return fromOutside(outside, status, now)
  }
}

function fromOutside(row: Outside, status: string, now: Date): Door | null {
  const title = { en: row.titleEn, zh: row.titleZh }
  if (status === 'SCHEDULED' && row.opensAt) {
    const text = { en: row.textEn, zh: row.textZh }
    // A page that says so is wrong from then on.
    noteSource({ tags: [], until: row.opensAt.getTime(), isStale: false })
    return { state: 'coming', coming: { slug: row.slug, title, text, opensAt: row.opensAt.toISOString() } }
  }
  if (status !== 'CLOSED') return null
  // Hours to come are a curator's plans.
  const past = (hour: Date | null) => (hour && hour <= now ? hour.toISOString() : null)
  const closed = { slug: row.slug, title, opensAt: past(row.opensAt), closesAt: past(row.closesAt) }
  return { state: 'closed', closed }
}
