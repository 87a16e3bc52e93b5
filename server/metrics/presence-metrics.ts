import { company } from '@/server/presence/company'
import { gauge } from './registry'
import { beforeScrape } from './scrape'

const visitors = gauge('vernissage_hall_visitors', 'Visitors of this process who are seen in a hall.', [])
const pace = gauge(
  'vernissage_hall_pace_seconds',
  'Time between two reports that this process asks of each visitor in a hall.',
  [],
)

/** Counts this process' own visitors in halls at every scrape; over all web processes they add up. */
export function watchPresence(): void {
  beforeScrape('presence', () => {
    const { floors, paceMs } = company()
    visitors.set([...floors.values()].reduce((sum, { ownCount }) => sum + ownCount, 0))
    pace.set(paceMs / 1000)
  })
}
