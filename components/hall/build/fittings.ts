import type { BufferGeometry } from 'three'
import { measures } from '@/lib/hanging/measures'
import type { Doorway } from '@/lib/hanging/obstacles'
import type { Placement } from '@/lib/hanging/place-hangings'
import type { Plan, Wall } from '@/lib/hanging/plan'
import { pointOnWall, solidStretches, wallDirection, wallLength, wallNormal } from '@/lib/hanging/walls'
import type { Atmosphere, Profile } from '../atmospheres'
import type { Rgb } from '../colour'
import { lampFor } from '../light/lamp'
import type { RoomLight } from '../light/room-light'
import { FittingsBuilder } from './fittings-builder'

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
    addMoulding(builder, plan, index, atmosphere.skirting.profile, 0, atmosphere.skirting.colour, true)
    for (const moulding of atmosphere.mouldings) {
      const isCeiling = moulding.at === 'ceiling'
      const foot = moulding.at === 'ceiling' ? plan.height : moulding.at
      addMoulding(builder, plan, index, moulding.profile, foot, moulding.colour, !isCeiling)
    }
  })
  for (const door of doors) addDoor(builder, atmosphere, door)
  for (const bench of plan.benches) addBench(builder, bench, atmosphere)
  addLamps(builder, plan, atmosphere, placements)
  return builder.build()
}

/** Runs a profile along a wall between its corners (mitred) and doors (cut straight). */
function addMoulding(
  builder: FittingsBuilder,
  plan: Plan,
  index: number,
  profile: Profile,
  foot: number,
  colour: Rgb,
  stopsAtDoors: boolean,
): void {
  const wall = plan.walls[index] as Wall
  const length = wallLength(wall)
  const before = mitre(plan.walls.at(index - 1) as Wall, wall)
  const after = mitre(wall, plan.walls[(index + 1) % plan.walls.length] as Wall)
  const [nx, nz] = wallNormal(wall)
  for (const [start, end] of stopsAtDoors ? solidStretches(wall) : [[0, length] as const]) {
    const pieces = Math.max(1, Math.ceil((end - start) / 0.8))
    for (let row = 0; row + 1 < profile.length; row++) {
      const [outA, upA] = profile[row] as [number, number]
      const [outB, upB] = profile[row + 1] as [number, number]
      const size = Math.hypot(outB - outA, upB - upA) || 1
      const [lean, rise] = [(upB - upA) / size, -(outB - outA) / size]
      for (let piece = 0; piece < pieces; piece++) {
        const from = start + ((end - start) * piece) / pieces
        const to = start + ((end - start) * (piece + 1)) / pieces
        const at = (along: number, out: number, up: number): [number, number, number] => {
          const shift = along === 0 ? out * before : along === length ? -out * after : 0
          const [x, z] = pointOnWall(wall, along + shift, out)
          return [x, foot + up, z]
        }
        builder.quad(
          [at(from, outA, upA), at(to, outA, upA), at(to, outB, upB), at(from, outB, upB)],
          colour,
          [nx * lean, rise, nz * lean],
          0.94,
        )
      }
    }
  }
}

/** How far a profile's end moves along the wall per metre that it stands out, where two walls meet. */
function mitre(a: Wall, b: Wall): number {
  const [ax, az] = wallDirection(a)
  const [bx, bz] = wallDirection(b)
  const cross = ax * bz - az * bx
  const dot = ax * bx + az * bz
  return Math.abs(cross) < 1e-6 ? 0 : (1 - dot) / cross
}

function addDoor(builder: FittingsBuilder, atmosphere: Atmosphere, door: Doorway): void {
  const { wall, depth } = door
  const top = measures.doorHeight
  const [dx, dz] = wallDirection(wall)
  const [left, right] = [door.at, door.at + door.width]
  const at = (along: number, out: number, y: number): [number, number, number] => {
    const [x, z] = pointOnWall(wall, along, out)
    return [x, y, z]
  }
  const colour = atmosphere.wall.dado ? atmosphere.skirting.colour : atmosphere.wall.colour
  builder.quad([at(left, 0, 0), at(left, -depth, 0), at(left, -depth, top), at(left, 0, top)], colour, [dx, 0, dz], 0.8)
  builder.quad(
    [at(right, -depth, 0), at(right, 0, 0), at(right, 0, top), at(right, -depth, top)],
    colour,
    [-dx, 0, -dz],
    0.8,
  )
  builder.quad(
    [at(left, 0, top), at(left, -depth, top), at(right, -depth, top), at(right, 0, top)],
    colour,
    [0, -1, 0],
    0.9,
  )
  const floor = atmosphere.floor.colour
  builder.quad(
    [at(left, 0, 0.001), at(right, 0, 0.001), at(right, -depth, 0.001), at(left, -depth, 0.001)],
    floor,
    [0, 1, 0],
    0.6,
  )
  if (door.leadsTo === null) addGlassDoors(builder, at, left, right, depth, top, atmosphere)
}

/** Two leaves of frosted glass in dark metal, with the daylight of the entrance hall behind them. */
function addGlassDoors(
  builder: FittingsBuilder,
  at: (along: number, out: number, y: number) => [number, number, number],
  left: number,
  right: number,
  depth: number,
  top: number,
  atmosphere: Atmosphere,
): void {
  const brightness = 0.35 + 0.5 * atmosphere.exposure
  const high: Rgb = [0.93 * brightness, 0.98 * brightness, brightness]
  const low: Rgb = [0.72 * brightness, 0.74 * brightness, 0.72 * brightness]
  const dark: Rgb = [0.045, 0.043, 0.04]
  const out = -depth + 0.01
  builder.shining(
    [at(left, -depth, 0), at(right, -depth, 0), at(right, -depth, top), at(left, -depth, top)],
    [low, low, high, high],
  )
  const bar = (from: number, to: number, low_: number, high_: number) => {
    builder.shining(
      [at(from, out, low_), at(to, out, low_), at(to, out, high_), at(from, out, high_)],
      [dark, dark, dark, dark],
    )
  }
  const middle = (left + right) / 2
  bar(left, left + 0.05, 0, top)
  bar(right - 0.05, right, 0, top)
  bar(middle - 0.035, middle + 0.035, 0, top)
  bar(left, right, top - 0.06, top)
  bar(left, right, 0, 0.09)
  bar(middle - 0.13, middle - 0.11, 0.85, 1.25)
  bar(middle + 0.11, middle + 0.13, 0.85, 1.25)
}

/** A seat of three slats on two frames of steel. */
function addBench(builder: FittingsBuilder, bench: Plan['benches'][number], atmosphere: Atmosphere): void {
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

/** A rail before every wall with works, as one runs round a room, and on it a lamp for each work. */
function addLamps(builder: FittingsBuilder, plan: Plan, atmosphere: Atmosphere, placements: Placement[]): void {
  const { fitting } = atmosphere.lamps
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
