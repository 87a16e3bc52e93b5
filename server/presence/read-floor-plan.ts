import { readViewer } from '@/server/accounts/read-viewer'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { readNextHour } from '@/server/exhibitions/next-hour'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { type FloorPlan, floorPlanOf } from './floor-plan'

const bytesAWork = 300
const openOnes = namedCache<FloorPlan>({
  name: 'floor plans',
  mostBytes: 8 * 1024 * 1024,
  freshMs: 60_000,
  limitMs: 2_000,
  lastGoodMs: 300_000,
})

/** The floor of an exhibition that this person (null: nobody known) may enter; null where there is none. */
export async function readFloorPlan(slug: string, personId: string | null): Promise<FloorPlan | null> {
  const served = await openOnes.read(slug, async () => {
    const until = await readNextHour()
    const view = await readExhibition(slug, null)
    if (!view) return null
    const plan = floorPlanOf(view)
    const madeFrom = [tags.exhibitions, tags.exhibition(view.id)]
    return { value: plan, tags: madeFrom, bytes: 2_000 + plan.works.size * bytesAWork, until }
  })
  if (served || !personId) return served?.value ?? null
  const view = await readExhibition(slug, await readViewer(personId))
  return view && floorPlanOf(view)
}
