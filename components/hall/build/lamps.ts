import type { Atmosphere } from '@/lib/hanging/atmosphere'
import type { Rgb } from '@/lib/hanging/colour'
import { lampFor } from '@/lib/hanging/light/lamp'
import type { Placement } from '@/lib/hanging/place-hangings'
import type { Plan } from '@/lib/hanging/plan'
import { pointOnWall, wallDirection, wallLength } from '@/lib/hanging/walls'
import type { FittingsBuilder } from './fittings-builder'

/** A rail before every wall with works, as one runs round a room, and on it a lamp for each work. */
export function addLamps(builder: FittingsBuilder, plan: Plan, atmosphere: Atmosphere, placements: Placement[]): void {
  const { fitting, isHidden } = atmosphere.lamps
  if (isHidden) return
  // How far out a lamp hangs depends on the room's height alone, so the rails meet at the corners.
  const { out } = lampFor(1, 1, plan.height)
  const rail = Math.min(plan.height - 0.02, 4.4)
  for (const wall of plan.walls) {
    const length = wallLength(wall)
    const works = placements.filter((placement) => placement.hanging.wall === wall.id)
    if (works.length === 0 || length < 2 * out + 0.5) continue
    const [dx, dz] = wallDirection(wall)
    const turn = Math.atan2(-dz, dx)
    const [mx, mz] = pointOnWall(wall, length / 2, out)
    builder.box([mx, rail, mz], [length - 2 * out + 0.035, 0.04, 0.035], turn, fitting)
    for (const work of works) {
      const along = Math.min(length - out - 0.2, Math.max(out + 0.2, work.along))
      const [x, z] = pointOnWall(wall, along, out)
      const [ax, az] = [work.x - x, work.z - z]
      const away = Math.hypot(ax, az)
      builder.box([x, rail - 0.05, z], [0.03, 0.08, 0.03], turn, fitting)
      addLampHead(builder, [x, rail - 0.14, z], [ax / away, az / away], fitting, atmosphere)
    }
  }
}

/** A short tube of eight sides that leans to the wall, its mouth glowing. */
function addLampHead(
  builder: FittingsBuilder,
  middle: [number, number, number],
  [wx, wz]: [number, number],
  colour: Rgb,
  atmosphere: Atmosphere,
): void {
  const [lean, length, radius] = [0.55, 0.17, 0.042]
  const axis: [number, number, number] = [wx * lean, -Math.sqrt(1 - lean * lean), wz * lean]
  const side: [number, number, number] = [-wz, 0, wx]
  const up: [number, number, number] = [
    axis[1] * side[2] - axis[2] * side[1],
    axis[2] * side[0] - axis[0] * side[2],
    axis[0] * side[1] - axis[1] * side[0],
  ]
  const ring = (angle: number, end: number): [number, number, number] => {
    const [a, b] = [Math.cos(angle) * radius, Math.sin(angle) * radius]
    const along = (end * length) / 2
    return [
      middle[0] + side[0] * a + up[0] * b + axis[0] * along,
      middle[1] + side[1] * a + up[1] * b + axis[1] * along,
      middle[2] + side[2] * a + up[2] * b + axis[2] * along,
    ]
  }
  const glow: Rgb = [
    1.1 * atmosphere.lamps.colour[0],
    1.1 * atmosphere.lamps.colour[1],
    1.1 * atmosphere.lamps.colour[2],
  ]
  const sides = 8
  for (let i = 0; i < sides; i++) {
    const [a, b] = [(i / sides) * 2 * Math.PI, ((i + 1) / sides) * 2 * Math.PI]
    const m = (a + b) / 2
    const normal: [number, number, number] = [
      side[0] * Math.cos(m) + up[0] * Math.sin(m),
      side[1] * Math.cos(m) + up[1] * Math.sin(m),
      side[2] * Math.cos(m) + up[2] * Math.sin(m),
    ]
    builder.quad([ring(b, -1), ring(a, -1), ring(a, 1), ring(b, 1)], colour, normal)
  }
  for (const [end, shade] of [
    [1, glow],
    [-1, colour],
  ] as const) {
    for (let i = 0; i < sides / 2; i++) {
      const angle = (k: number) => ((end === 1 ? k : -k) / sides) * 2 * Math.PI
      const centre = ring(angle(i * 2), end)
      const corners = [centre, ring(angle(i * 2 + 1), end), ring(angle(i * 2 + 2), end)] as const
      const middlePoint: [number, number, number] = [
        middle[0] + (axis[0] * end * length) / 2,
        middle[1] + (axis[1] * end * length) / 2,
        middle[2] + (axis[2] * end * length) / 2,
      ]
      builder.shining([middlePoint, ...corners], [shade, shade, shade, shade])
    }
  }
}
