import { company } from './company'
import { silentMs } from './exchange'

/** How many are seen in each hall at this moment, in whatever process; exhibitions whose halls are empty are left out. */
export function countNow(): Map<string, number> {
  const { floors, elsewhere } = company()
  const counts = new Map<string, number>()
  for (const [exhibitionId, { ownCount }] of floors) if (ownCount > 0) counts.set(exhibitionId, ownCount)
  const now = performance.now()
  for (const [exhibitionId, processes] of elsewhere) {
    for (const [process, { count, heardAt }] of processes) {
      if (now - heardAt < silentMs) counts.set(exhibitionId, (counts.get(exhibitionId) ?? 0) + count)
      else processes.delete(process)
    }
    if (processes.size === 0) elsewhere.delete(exhibitionId)
  }
  return counts
}
