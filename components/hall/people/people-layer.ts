import { atmosphereOf } from '@/lib/hanging/atmospheres'
import { isInside, outline } from '@/lib/hanging/walls'
import type { RoomView3D } from '../build/room-view'
import type { Walker } from '../engine/walker'
import type { HallSpace } from '../hall-works'
import type { HallLayer } from '../layer'
import type { Crowd, Person } from './crowd'
import { createFigures } from './figures'
import type { Tags } from './tags'

/** Exposure of the room in which a coat shows its own colour. */
const plainExposure = 0.79

/** The other visitors, drawn: two draw calls for all of them, and their names. */
export function createPeopleLayer(space: HallSpace, walker: Walker, crowd: Crowd, tags: Tags): HallLayer {
  const outlines = space.plans.map(outline)
  const lights = space.plans.map((plan) => Math.min(1.1, atmosphereOf(plan).exposure / plainExposure))
  const lightAt = ({ x, z }: Person) => lights[outlines.findIndex((points) => isInside(x, z, points))] ?? 0.8

  return {
    mount(rooms: RoomView3D[]) {
      const figures = createFigures()
      for (const room of rooms) room.mirrored.add(figures.mirrored())
      return {
        objects: [figures.mesh],
        before(now) {
          const isBusy = crowd.step(now)
          figures.place(crowd.people, walker.pose, lightAt)
          return isBusy
        },
        after: (camera, width, height) => tags.show(crowd.people, camera, width, height),
        dispose: () => figures.dispose(),
      }
    },
  }
}
