import {
  BufferGeometry,
  DataTexture,
  Float32BufferAttribute,
  HalfFloatType,
  LinearFilter,
  RGBAFormat,
  ShapeUtils,
  Vector2,
} from 'three'
import { toHalf } from '@/lib/hanging/light/half'
import { flatGrid } from '@/lib/hanging/light/surface-light'
import type { Plan } from '@/lib/hanging/plan'
import { type Bounds, outline } from '@/lib/hanging/walls'

/** The room's outline as a surface at height y, facing up or down, with holes where they are wished. */
export function buildFlat(plan: Plan, y: number, facesUp: boolean, holes: Bounds[] = []): BufferGeometry {
  const contour = outline(plan)
  const corners = holes.map(({ minX, minZ, maxX, maxZ }): [number, number][] => [
    [minX, minZ],
    [minX, maxZ],
    [maxX, maxZ],
    [maxX, minZ],
  ])
  const vectors = (list: [number, number][]) => list.map(([x, z]) => new Vector2(x, z))
  const triangles = ShapeUtils.triangulateShape(vectors(contour), corners.map(vectors))
  const points = [...contour, ...corners.flat()]
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

/** The light of a floor or ceiling as a texture of half floats. */
export function flatLight(plan: Plan, light: Uint16Array): DataTexture {
  const { columns, rows } = flatGrid(plan)
  const data = new Uint16Array(columns * rows * 4)
  const one = toHalf(1)
  for (let at = 0; at < columns * rows; at++) {
    for (let c = 0; c < 3; c++) data[at * 4 + c] = light[at * 3 + c] as number
    data[at * 4 + 3] = one
  }
  const map = new DataTexture(data, columns, rows, RGBAFormat, HalfFloatType)
  map.magFilter = LinearFilter
  map.minFilter = LinearFilter
  map.needsUpdate = true
  return map
}
