import {
  BufferGeometry,
  DataTexture,
  DataUtils,
  Float32BufferAttribute,
  HalfFloatType,
  LinearFilter,
  RGBAFormat,
  ShapeUtils,
  Vector2,
} from 'three'
import type { Plan } from '@/lib/hanging/plan'
import { type Bounds, boundsOf, outline } from '@/lib/hanging/walls'
import type { RoomLight } from '../light/room-light'

/** The room's outline as a surface at height y, facing up or down, with a hole where one is wished. */
export function buildFlat(plan: Plan, y: number, facesUp: boolean, hole: Bounds | null = null): BufferGeometry {
  const contour = outline(plan)
  const corners: [number, number][] = hole
    ? [
        [hole.minX, hole.minZ],
        [hole.minX, hole.maxZ],
        [hole.maxX, hole.maxZ],
        [hole.maxX, hole.minZ],
      ]
    : []
  const vectors = (list: [number, number][]) => list.map(([x, z]) => new Vector2(x, z))
  const triangles = ShapeUtils.triangulateShape(vectors(contour), hole ? [vectors(corners)] : [])
  const points = [...contour, ...corners]
  const geometry = new BufferGeometry()
  geometry.setAttribute(
    'position',
    new Float32BufferAttribute(
      points.flatMap(([x, z]) => [x, y, z]),
      3,
    ),
  )
  // The outline runs clockwise on the plan, where z points down; seen from above that is the back of a triangle of three.js.
  const faces = triangles.flatMap((triangle) => orient(triangle, points, facesUp))
  geometry.setIndex(faces)
  return geometry
}

function orient(triangle: number[], points: [number, number][], facesUp: boolean): number[] {
  const [a = 0, b = 0, c = 0] = triangle
  const [p, q, r] = [points[a], points[b], points[c]] as [[number, number], [number, number], [number, number]]
  const isUp = (q[1] - p[1]) * (r[0] - p[0]) - (q[0] - p[0]) * (r[1] - p[1]) > 0
  return isUp === facesUp ? [a, b, c] : [a, c, b]
}

const texel = 0.3

/** Light over the bounding rectangle of a floor or ceiling, in half floats: smooth, so a few texels a metre are enough. */
export function bakeFlatLight(
  plan: Plan,
  y: number,
  facesUp: boolean,
  light: RoomLight,
): { map: DataTexture; bounds: Bounds } {
  const bounds = boundsOf([plan])
  const columns = Math.min(48, Math.max(4, Math.ceil((bounds.maxX - bounds.minX) / texel)))
  const rows = Math.min(48, Math.max(4, Math.ceil((bounds.maxZ - bounds.minZ) / texel)))
  const data = new Uint16Array(columns * rows * 4)
  const here = new Float32Array(3)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = bounds.minX + ((column + 0.5) / columns) * (bounds.maxX - bounds.minX)
      const z = bounds.minZ + ((row + 0.5) / rows) * (bounds.maxZ - bounds.minZ)
      light.gather(here, x, facesUp ? y + 0.002 : y - 0.002, z, 0, facesUp ? 1 : -1, 0)
      const at = (row * columns + column) * 4
      for (let c = 0; c < 3; c++) data[at + c] = DataUtils.toHalfFloat(here[c] as number)
      data[at + 3] = DataUtils.toHalfFloat(1)
    }
  }
  const map = new DataTexture(data, columns, rows, RGBAFormat, HalfFloatType)
  map.magFilter = LinearFilter
  map.minFilter = LinearFilter
  map.needsUpdate = true
  return { map, bounds }
}
