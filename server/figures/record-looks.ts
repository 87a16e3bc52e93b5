import type { LookReport } from '@/lib/contracts/figures'
import { shared } from '@/server/platform/shared'
import { writeTogether } from '@/server/platform/write-together'
import { readFloorPlan } from '@/server/presence/read-floor-plan'
import { addLook, addVisit, emptySums, type LookSums, writeLooks } from './write-looks'

/** Reports that are added up in one statement. */
const mostTogether = 500

interface Told {
  /** Reports share no name: any of them may be added up together. */
  name: string
  sums: LookSums
}

const lane = () =>
  shared('look-lane', () => {
    let count = 0
    const write = writeTogether<Told, void>({
      laneOf: () => 'looks',
      nameOf: ({ name }) => name,
      most: mostTogether,
      async write(told) {
        await writeLooks(told.map(({ sums }) => sums))
        return told.map(() => undefined)
      },
    })
    return (sums: LookSums) => write({ name: String(count++), sums })
  })

/**
 * Adds what a page saw to the sums of the day; answered once it is committed. What is not on public view, or does not hang where it is
 * said to, is passed over, so a report tells nothing of what is there. Of repeated entries the first one counts.
 *
 * @throws {HouseError} unavailable
 */
export async function recordLooks({ visits, looks }: LookReport): Promise<void> {
  const slugs = new Set([...visits, ...looks].map(({ exhibition }) => exhibition))
  const plans = new Map(
    await Promise.all([...slugs].map(async (slug) => [slug, await readFloorPlan(slug, null)] as const)),
  )
  const sums = emptySums()
  for (const { exhibition, into } of visits) {
    const plan = plans.get(exhibition)
    if (plan) addVisit(sums, plan.exhibitionId, into)
  }
  for (const look of looks) {
    const plan = plans.get(look.exhibition)
    if (plan?.works.has(look.artworkId)) addLook(sums, { ...look, exhibitionId: plan.exhibitionId })
  }
  if (sums.visits.size + sums.looks.size > 0) await lane()(sums)
}
