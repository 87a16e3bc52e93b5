import { describe, expect, it } from 'vitest'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import { buildFlat } from './flat-geometry'

const plan = rectangularPlan({ width: 8, depth: 10 })
const hole = { minX: -2, minZ: -3, maxX: 2, maxZ: 3 }

/** Signed area on the plan, square metres: positive where a face looks down. */
function areas(geometry: ReturnType<typeof buildFlat>): number[] {
  const position = geometry.getAttribute('position')
  const index = [...(geometry.getIndex()?.array ?? [])]
  const at = (corner: number) => [position.getX(corner), position.getZ(corner)] as const
  return Array.from({ length: index.length / 3 }, (_, face) => {
    const [[ax, az], [bx, bz], [cx, cz]] = [0, 1, 2].map((k) => at(index[face * 3 + k] ?? 0)) as [
      readonly [number, number],
      readonly [number, number],
      readonly [number, number],
    ]
    return ((bx - ax) * (cz - az) - (bz - az) * (cx - ax)) / 2
  })
}

describe('buildFlat', () => {
  it('covers the room but for the hole, once, facing as it was asked', () => {
    const sum = (list: number[]) => list.reduce((total, area) => total + area, 0)
    expect(sum(areas(buildFlat(plan, 4, false, [hole])))).toBeCloseTo(80 - 24)
    expect(sum(areas(buildFlat(plan, 4, false)))).toBeCloseTo(80)
    expect(sum(areas(buildFlat(plan, 0, true)))).toBeCloseTo(-80)
    expect(areas(buildFlat(plan, 4, false, [hole])).every((area) => area > 0)).toBe(true)
  })
})
