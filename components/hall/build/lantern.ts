import { BufferGeometry, Float32BufferAttribute } from 'three'
import type { Atmosphere } from '@/lib/hanging/atmosphere'
import type { Rgb } from '@/lib/hanging/colour'
import type { RoomLight } from '@/lib/hanging/light/room-light'
import type { Plan } from '@/lib/hanging/plan'
import type { FittingsBuilder } from './fittings-builder'
import { buildFlat } from './flat-geometry'

/** The ceiling; where its glass lies higher, with a hole, and a second face at that height. */
export function buildCeiling(plan: Plan, light: RoomLight, rise: number): BufferGeometry {
  const { skylights } = light
  if (skylights.length === 0 || rise === 0) return buildFlat(plan, plan.height, false)
  const flat = buildFlat(plan, plan.height, false, skylights)
  const y = plan.height + rise
  const position = flat.getAttribute('position')
  const index = flat.getIndex()
  const first = position.count
  const geometry = new BufferGeometry()
  const raised = skylights.flatMap(({ minX, minZ, maxX, maxZ }) => {
    return [minX, y, minZ, maxX, y, minZ, maxX, y, maxZ, minX, y, maxZ]
  })
  geometry.setAttribute('position', new Float32BufferAttribute([...position.array, ...raised], 3))
  const faces = skylights.flatMap((_, at) => [0, 1, 2, 0, 2, 3].map((corner) => first + 4 * at + corner))
  geometry.setIndex([...(index?.array ?? []), ...faces])
  flat.dispose()
  return geometry
}

/** The walls of the well between ceiling and glass: brightest under the glass. */
export function addWell(builder: FittingsBuilder, plan: Plan, atmosphere: Atmosphere, light: RoomLight): void {
  const { rise } = atmosphere.skylight
  const { skylights, glass } = light
  if (rise === 0) return
  const [low, high] = [plan.height, plan.height + rise]
  const shown = (share: number): Rgb => {
    const of = (c: 0 | 1 | 2) => Math.min(1.05, glass[c] * share) * atmosphere.ceiling.colour[c]
    return [of(0), of(1), of(2)]
  }
  const [below, above] = [shown(0.3), shown(0.55)]
  const sides = skylights.flatMap(({ minX, minZ, maxX, maxZ }): [number, number, number, number][] => [
    [minX, maxZ, minX, minZ],
    [minX, minZ, maxX, minZ],
    [maxX, minZ, maxX, maxZ],
    [maxX, maxZ, minX, maxZ],
  ])
  for (const [ax, az, bx, bz] of sides) {
    builder.shining(
      [
        [ax, low, az],
        [bx, low, bz],
        [bx, high, bz],
        [ax, high, az],
      ],
      [below, below, above, above],
    )
  }
}
