import { BufferGeometry, Float32BufferAttribute } from 'three'
import type { Placement } from '@/lib/hanging/place-hangings'
import type { Plan, Wall } from '@/lib/hanging/plan'
import { type Opening, openingsOf, pointOnWall, wallLength, wallNormal } from '@/lib/hanging/walls'
import type { Rgb } from '../colour'
import type { RoomLight } from '../light/room-light'

/** Farthest apart of two columns or rows of vertices, metres, and where they crowd: light changes fastest near edges. */
const widest = 0.9
const crowd = [0.06, 0.16, 0.34, 0.62]

interface Arrays {
  position: number[]
  light: number[]
  onWall: number[]
  wallEnds: number[]
  workLeft: number[]
  workHere: number[]
  workRight: number[]
  glowLeft: number[]
  glowHere: number[]
  glowRight: number[]
  index: number[]
}

/**
 * All walls of a room as one mesh. Each wall is a grid, cut at its doors and windows and halfway between neighbouring works, whose vertices
 * carry the room's light and the works that shade them (see shaders/wall-material).
 */
export function buildWalls(plan: Plan, placements: Placement[], light: RoomLight): BufferGeometry {
  const glowOf = new Map(placements.map((placement, index) => [placement, light.glows[index] ?? dark]))
  const arrays: Arrays = {
    position: [],
    light: [],
    onWall: [],
    wallEnds: [],
    workLeft: [],
    workHere: [],
    workRight: [],
    glowLeft: [],
    glowHere: [],
    glowRight: [],
    index: [],
  }
  for (const wall of plan.walls) {
    addWall(
      arrays,
      plan,
      wall,
      placements.filter((placement) => placement.hanging.wall === wall.id),
      light,
      glowOf,
    )
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(arrays.position, 3))
  geometry.setAttribute('light', new Float32BufferAttribute(arrays.light, 3))
  geometry.setAttribute('onWall', new Float32BufferAttribute(arrays.onWall, 2))
  geometry.setAttribute('wallEnds', new Float32BufferAttribute(arrays.wallEnds, 2))
  geometry.setAttribute('workLeft', new Float32BufferAttribute(arrays.workLeft, 4))
  geometry.setAttribute('workHere', new Float32BufferAttribute(arrays.workHere, 4))
  geometry.setAttribute('workRight', new Float32BufferAttribute(arrays.workRight, 4))
  geometry.setAttribute('glowLeft', new Float32BufferAttribute(arrays.glowLeft, 3))
  geometry.setAttribute('glowHere', new Float32BufferAttribute(arrays.glowHere, 3))
  geometry.setAttribute('glowRight', new Float32BufferAttribute(arrays.glowRight, 3))
  geometry.setIndex(arrays.index)
  return geometry
}

const dark: Rgb = [0, 0, 0]

function addWall(
  arrays: Arrays,
  plan: Plan,
  wall: Wall,
  works: Placement[],
  light: RoomLight,
  glowOf: ReadonlyMap<Placement, Rgb>,
): void {
  const length = wallLength(wall)
  const between = works.slice(1).map((work, index) => ((works[index]?.along ?? 0) + work.along) / 2)
  const openings = openingsOf(wall)
  const edges = openings.flatMap(({ from, to }) => [from, to])
  const rows = divide(
    0,
    plan.height,
    openings.flatMap(({ low, high }) => [low, high]),
  )
  const strips = [0, ...between, length]
  for (let strip = 0; strip + 1 < strips.length; strip++) {
    const [start, end] = [strips[strip] as number, strips[strip + 1] as number]
    const columns = divide(
      start,
      end,
      edges.filter((edge) => edge > start && edge < end),
      start === 0,
      end === length,
    )
    const near = [works[strip - 1], works[strip], works[strip + 1]]
    const glows = near.map((work) => (work && glowOf.get(work)) ?? dark)
    addGrid(arrays, wall, openings, columns, rows, near.map(describe), glows, light)
  }
}

function describe(work: Placement | undefined): number[] {
  return work ? [work.along, work.y, work.width, work.height] : [0, 0, 0, 0]
}

/** Vertex positions from start to end, through the given cuts, crowding towards the ends that are corners. */
function divide(start: number, end: number, cuts: number[], isStartCorner = true, isEndCorner = true): number[] {
  const near = isStartCorner ? crowd.map((step) => start + step) : []
  const far = isEndCorner ? crowd.map((step) => end - step) : []
  const fixed = [...near, ...far].filter((at) => at > start && at < end)
  const stops = [start, ...fixed, ...cuts, end].sort((a, b) => a - b)
  const result = [start]
  for (const stop of stops) {
    const last = result.at(-1) as number
    if (stop - last < 0.001) continue
    const steps = Math.ceil((stop - last) / widest)
    for (let step = 1; step <= steps; step++) result.push(last + ((stop - last) * step) / steps)
  }
  return result
}

function addGrid(
  arrays: Arrays,
  wall: Wall,
  openings: Opening[],
  columns: number[],
  rows: number[],
  shading: number[][],
  glows: Rgb[],
  light: RoomLight,
): void {
  const first = arrays.position.length / 3
  const length = wallLength(wall)
  const [nx, nz] = wallNormal(wall)
  const here = new Float32Array(3)
  for (const along of columns) {
    // A corner's own vertex is lit from just beside it: exactly in the corner the neighbour wall is edge on.
    const lit = pointOnWall(wall, Math.min(length - 0.01, Math.max(0.01, along)), 0.002)
    const [x, z] = pointOnWall(wall, along)
    for (const y of rows) {
      light.gather(here, lit[0], Math.min((rows.at(-1) as number) - 0.01, Math.max(0.01, y)), lit[1], nx, 0, nz)
      // A little beyond floor and ceiling: their edges are long, the wall's are short, and no light shows between.
      const beyond = y === 0 ? -0.03 : y === rows.at(-1) ? 0.03 : 0
      arrays.position.push(x, y + beyond, z)
      arrays.light.push(...here)
      arrays.onWall.push(along, y)
      arrays.wallEnds.push(along, length - along)
      arrays.workLeft.push(...(shading[0] as number[]))
      arrays.workHere.push(...(shading[1] as number[]))
      arrays.workRight.push(...(shading[2] as number[]))
      arrays.glowLeft.push(...(glows[0] as Rgb))
      arrays.glowHere.push(...(glows[1] as Rgb))
      arrays.glowRight.push(...(glows[2] as Rgb))
    }
  }
  for (let column = 0; column + 1 < columns.length; column++) {
    const middle = ((columns[column] as number) + (columns[column + 1] as number)) / 2
    for (let row = 0; row + 1 < rows.length; row++) {
      const y = ((rows[row] as number) + (rows[row + 1] as number)) / 2
      if (openings.some(({ from, to, low, high }) => middle > from && middle < to && y > low && y < high)) continue
      const a = first + column * rows.length + row
      const b = a + rows.length
      arrays.index.push(a, b, b + 1, a, b + 1, a + 1)
    }
  }
}
