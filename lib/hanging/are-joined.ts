import { layOut } from './lay-out'
import { doorwaysOf } from './obstacles'
import type { Plan } from './plan'

/** Whether one can walk from the first room into every other one. */
export function areJoined(plans: Plan[]): boolean {
  const doorways = doorwaysOf(layOut(plans))
  const reached = new Set([0])
  for (const room of reached) {
    for (const { plan, leadsTo } of doorways) if (plan === room && leadsTo !== null) reached.add(leadsTo)
  }
  return reached.size >= plans.length
}
