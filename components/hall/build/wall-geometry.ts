import { BufferGeometry, Float32BufferAttribute } from 'three'
import { measures } from '@/lib/hanging/measures'
import type { Placement } from '@/lib/hanging/place-hangings'
import type { Plan, Wall } from '@/lib/hanging/plan'
import { pointOnWall, wallLength, wallNormal } from '@/lib/hanging/walls'
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
  index: number[]
}

/**
 * All walls of a room as one mesh. Each wall is a grid, cut at its doors and halfway between neighbouring works, whose vertices
 * carry the room's light and the works that shade them (see shaders/wall-material).
 */
export function buildWalls(plan: Plan, placements: Placement[], light: RoomLight): BufferGeometry {
  const arrays: Arrays = {
    position: [],
    light: [],
    onWall: [],
    wallEnds: [],
    workLeft: [],
    workHere: [],
    workRight: [],
    index: [],
  }
  for (const wall of plan.walls) {
    addWall(
      arrays,
      plan,
      wall,
      placements.filter((placement) => placement.hanging.wall === wall.id),
      light,
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
  geometry.setIndex(arrays.index)
  return geometry
}

function addWall(arrays: Arrays, plan: Plan, wall: Wall, works: Placement[], light: RoomLight): void {
  const length = wallLength(wall)
  const between = works.slice(1).map((work, index) => ((works[index]?.along ?? 0) + work.along) / 2)
  const doorEdges = wall.doors.flatMap((door) => [door.at, door.at + door.width])
  const rows = divide(0, plan.height, wall.doors.length > 0 ? [measures.doorHeight] : [])
  const strips = [0, ...between, length]
  for (let strip = 0; strip + 1 < strips.length; strip++) {
    const [start, end] = [strips[strip] as number, strips[strip + 1] as number]
    const columns = divide(
      start,
      end,
      doorEdges.filter((edge) => edge > start && edge < end),
      start === 0,
      end === length,
    )
    const shading = [works[strip - 1], works[strip], works[strip + 1]].map(describe)
    addGrid(arrays, wall, columns, rows, shading, light)
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
  columns: number[],
  rows: number[],
  shading: number[][],
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
    }
  }
  for (let column = 0; column + 1 < columns.length; column++) {
    const middle = ((columns[column] as number) + (columns[column + 1] as number)) / 2
    const isDoor = wall.doors.some((door) => middle > door.at && middle < door.at + door.width)
    for (let row = 0; row + 1 < rows.length; row++) {
      if (isDoor && (rows[row + 1] as number) <= measures.doorHeight + 0.001) continue
      const a = first + column * rows.length + row
      const b = a + rows.length
      arrays.index.push(a, b, b + 1, a, b + 1, a + 1)
    }
  }
}
