import { company } from './company'
import type { Entered } from './enter-hall'
import { tellDeparture } from './exchange'
import { unsettle } from './tell-rounds'

/** Takes somebody off their floor; the last one of this process takes the floor along. */
export function leaveHall({ floor, guest }: Entered): void {
  floor.remove(guest)
  if (floor.ownCount > 0) {
    unsettle(floor)
    return
  }
  const { floors, unsettled } = company()
  floors.delete(floor.plan.exhibitionId)
  unsettled.delete(floor)
  tellDeparture(floor)
}
