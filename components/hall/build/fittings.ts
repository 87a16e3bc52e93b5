import type { BufferGeometry } from 'three'
import type { Atmosphere } from '@/lib/hanging/atmosphere'
import type { RoomLight } from '@/lib/hanging/light/room-light'
import type { Doorway } from '@/lib/hanging/obstacles'
import type { Placement } from '@/lib/hanging/place-hangings'
import type { Plan } from '@/lib/hanging/plan'
import { addBeams } from './beams'
import { addDoor } from './doors'
import { FittingsBuilder } from './fittings-builder'
import { addBench, addPlinth } from './furniture'
import { addLamps } from './lamps'
import { addWell } from './lantern'
import { addMoulding } from './mouldings'
import { addWindows } from './windows'

/** Everything that is neither wall, floor, ceiling nor work: one mesh, lit at its vertices. */
export function buildFittings(
  plan: Plan,
  atmosphere: Atmosphere,
  placements: Placement[],
  light: RoomLight,
  doors: Doorway[],
): BufferGeometry {
  const builder = new FittingsBuilder(light)
  plan.walls.forEach((_, index) => {
    addMoulding(builder, plan, index, atmosphere.skirting.profile, 0, atmosphere.skirting.colour)
    for (const moulding of atmosphere.mouldings) {
      const foot = moulding.at === 'ceiling' ? plan.height : moulding.at
      addMoulding(builder, plan, index, moulding.profile, foot, moulding.colour)
    }
  })
  for (const door of doors) addDoor(builder, atmosphere, door)
  for (const bench of plan.benches) addBench(builder, bench, atmosphere)
  for (const plinth of plan.plinths) addPlinth(builder, plinth, atmosphere)
  addWindows(builder, plan, atmosphere)
  addBeams(builder, plan, atmosphere)
  addWell(builder, plan, atmosphere, light)
  addLamps(builder, plan, atmosphere, placements)
  return builder.build()
}
