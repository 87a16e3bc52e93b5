import type { Atmosphere } from '@/lib/hanging/atmosphere'
import type { Rgb } from '@/lib/hanging/colour'
import { measures } from '@/lib/hanging/measures'
import type { Doorway } from '@/lib/hanging/obstacles'
import { pointOnWall, wallDirection, wallNormal } from '@/lib/hanging/walls'
import type { FittingsBuilder } from './fittings-builder'

export function addDoor(builder: FittingsBuilder, atmosphere: Atmosphere, door: Doorway): void {
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
  if (atmosphere.architrave) addArchitrave(builder, at, wallNormal(wall), left, right, atmosphere.architrave)
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

/** The classical surround of a door: two posts, a frieze, and a small cornice on top. */
function addArchitrave(
  builder: FittingsBuilder,
  at: (along: number, out: number, y: number) => [number, number, number],
  [nx, nz]: readonly [number, number],
  left: number,
  right: number,
  colour: Rgb,
): void {
  const top = measures.doorHeight
  const turn = Math.atan2(nx, nz)
  const [breadth, middle] = [0.19, (left + right) / 2]
  const wide = right - left
  for (const along of [left - breadth / 2, right + breadth / 2]) {
    builder.box(at(along, 0.03, 0.11), [breadth + 0.04, 0.22, 0.1], turn, colour)
    builder.box(at(along, 0.02, (top + 0.22) / 2), [breadth, top - 0.22, 0.06], turn, colour)
    builder.box(at(along, 0.045, (top + 0.22) / 2), [breadth * 0.5, top - 0.5, 0.03], turn, colour)
  }
  builder.box(at(middle, 0.03, top + 0.13), [wide + 2 * breadth, 0.26, 0.08], turn, colour)
  builder.box(at(middle, 0.07, top + 0.29), [wide + 2 * breadth + 0.14, 0.06, 0.16], turn, colour)
  builder.box(at(middle, 0.1, top + 0.345), [wide + 2 * breadth + 0.22, 0.05, 0.22], turn, colour)
}
