import type { Atmosphere } from '@/lib/hanging/atmosphere'
import { measures } from '@/lib/hanging/measures'
import type { Plan, Plinth } from '@/lib/hanging/plan'
import type { FittingsBuilder } from './fittings-builder'

/** A seat of three slats on two frames of steel. */
export function addBench(builder: FittingsBuilder, bench: Plan['benches'][number], atmosphere: Atmosphere): void {
  const [x, z] = bench.at
  const { benchHeight, benchDepth } = measures
  const [seat, slats, gap] = [0.055, 3, 0.012]
  const [cos, sin] = [Math.cos(bench.turn), Math.sin(bench.turn)]
  const at = (along: number, y: number, across: number): [number, number, number] => [
    x + along * cos + across * sin,
    y,
    z - along * sin + across * cos,
  ]
  const breadth = (benchDepth - gap * (slats - 1)) / slats
  for (let slat = 0; slat < slats; slat++) {
    const across = (slat - (slats - 1) / 2) * (breadth + gap)
    builder.box(
      at(0, benchHeight - seat / 2, across),
      [bench.length, seat, breadth],
      bench.turn,
      atmosphere.bench.seat,
      1,
      true,
    )
  }
  const height = benchHeight - seat
  const { legs } = atmosphere.bench
  for (const side of [-1, 1]) {
    const along = side * (bench.length / 2 - 0.3)
    const deep = benchDepth / 2 - 0.05
    for (const front of [-1, 1]) {
      builder.box(at(along, height / 2, front * deep), [0.045, height, 0.03], bench.turn, legs, 0.8)
    }
    builder.box(at(along, height - 0.015, 0), [0.045, 0.03, 2 * deep], bench.turn, legs, 0.5)
    builder.box(at(along, 0.015, 0), [0.045, 0.03, 2 * deep], bench.turn, legs, 0.7)
  }
}

/** A vessel's outline: [radius, height], shares of its height. */
const vessel: readonly (readonly [number, number])[] = [
  [0.15, 0],
  [0.17, 0.02],
  [0.16, 0.06],
  [0.22, 0.2],
  [0.29, 0.38],
  [0.31, 0.52],
  [0.27, 0.68],
  [0.17, 0.8],
  [0.115, 0.87],
  [0.11, 0.92],
  [0.145, 0.985],
  [0.15, 1],
]

/** How far the outline leans at one of its points, radians: as its neighbours on both sides say, so that it is round and has no rings. */
function slopeAt(row: number): number {
  const [below, above] = [vessel[Math.max(0, row - 1)], vessel[Math.min(vessel.length - 1, row + 1)]]
  return below && above ? Math.atan2(below[0] - above[0], above[1] - below[1]) : 0
}

/** A square pedestal with a thrown vessel on it. */
export function addPlinth(builder: FittingsBuilder, plinth: Plinth, atmosphere: Atmosphere): void {
  const { at, size, height, turn } = plinth
  const [x, z] = at
  const stone = atmosphere.skirting.colour
  builder.box([x, height / 2, z], [size, height, size], turn, stone)
  builder.box([x, height - 0.02, z], [size + 0.05, 0.045, size + 0.05], turn, stone)
  builder.box([x, 0.05, z], [size + 0.05, 0.1, size + 0.05], turn, stone)
  const tall = Math.min(0.75, size * 1.45)
  const sides = 28
  for (let row = 0; row + 1 < vessel.length; row++) {
    const [[ra, ya], [rb, yb]] = [vessel[row], vessel[row + 1]] as [[number, number], [number, number]]
    for (let side = 0; side < sides; side++) {
      const angle = (k: number) => (k / sides) * 2 * Math.PI
      const point = (k: number, r: number, y: number): [number, number, number] => [
        x + Math.cos(angle(k)) * r * tall,
        height + y * tall,
        z - Math.sin(angle(k)) * r * tall,
      ]
      const normalAt = (k: number, at: number): [number, number, number] => [
        Math.cos(angle(k)) * Math.cos(slopeAt(at)),
        Math.sin(slopeAt(at)),
        -Math.sin(angle(k)) * Math.cos(slopeAt(at)),
      ]
      builder.smooth(
        [point(side, ra, ya), point(side + 1, ra, ya), point(side + 1, rb, yb), point(side, rb, yb)],
        atmosphere.vessel,
        [normalAt(side, row), normalAt(side + 1, row), normalAt(side + 1, row + 1), normalAt(side, row + 1)],
      )
    }
  }
}
