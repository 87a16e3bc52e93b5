import { BufferGeometry, Float32BufferAttribute } from 'three'
import type { Rgb } from '@/lib/hanging/colour'
import { fromHalf } from '@/lib/hanging/light/half'
import type { RoomLight } from '@/lib/hanging/light/room-light'
import { type WallStrip, wallStrips } from '@/lib/hanging/light/wall-grid'
import type { Placement } from '@/lib/hanging/place-hangings'
import type { Plan } from '@/lib/hanging/plan'
import { pointOnWall, wallLength } from '@/lib/hanging/walls'

interface Arrays {
  position: number[]
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
  for (const strip of wallStrips(plan, placements)) {
    const glows = strip.near.map((work) => (work && glowOf.get(work)) ?? dark)
    addVertices(arrays, strip, strip.near.map(describe), glows)
    addFaces(arrays, strip)
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(arrays.position, 3))
  geometry.setAttribute('light', new Float32BufferAttribute(Float32Array.from(light.surfaces.walls, fromHalf), 3))
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

function describe(work: Placement | undefined): number[] {
  return work ? [work.along, work.y, work.width, work.height] : [0, 0, 0, 0]
}

/** In the order in which their light comes. */
function addVertices(arrays: Arrays, { wall, columns, rows }: WallStrip, shading: number[][], glows: Rgb[]): void {
  const length = wallLength(wall)
  for (const along of columns) {
    const [x, z] = pointOnWall(wall, along)
    for (const y of rows) {
      // A little beyond floor and ceiling: their edges are long, the wall's are short, and no light shows between.
      const beyond = y === 0 ? -0.03 : y === rows.at(-1) ? 0.03 : 0
      arrays.position.push(x, y + beyond, z)
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
}

/** The grid's cells as two triangles each, but for those that are doors and windows. */
function addFaces(arrays: Arrays, { openings, columns, rows }: WallStrip): void {
  const first = arrays.position.length / 3 - columns.length * rows.length
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
