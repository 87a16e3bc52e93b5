import { layOut } from './lay-out'
import { doorwaysOf } from './obstacles'
import type { Plan } from './plan'

/**
 * The other rooms when room `gone` of a hall is taken away: doors that led to it are walled up, except where a room would be left without any. Rooms
 * that keep their doors are the same objects as before.
 */
export function closeDoorsTo(plans: Plan[], gone: number): Plan[] {
  const leading = doorwaysOf(layOut(plans)).filter((door) => door.leadsTo === gone)
  return plans.flatMap((plan, index) => {
    if (index === gone) return []
    const closed = leading.filter((door) => door.plan === index)
    const count = plan.walls.reduce((sum, wall) => sum + wall.doors.length, 0)
    if (closed.length === 0 || closed.length === count) return [plan]
    const isClosed = (wall: string, at: number) => closed.some((door) => door.wall.id === wall && door.at === at)
    const walls = plan.walls.map((wall) => ({ ...wall, doors: wall.doors.filter(({ at }) => !isClosed(wall.id, at)) }))
    return [{ ...plan, walls }]
  })
}
