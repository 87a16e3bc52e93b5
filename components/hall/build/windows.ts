import { BufferGeometry, Float32BufferAttribute } from 'three'
import type { Atmosphere } from '@/lib/hanging/atmosphere'
import type { Rgb } from '@/lib/hanging/colour'
import type { Plan } from '@/lib/hanging/plan'
import { pointOnWall, wallDirection, wallNormal } from '@/lib/hanging/walls'
import type { FittingsBuilder } from './fittings-builder'

/** The panes of a room's windows as one mesh; null for a room without. `onPane` and `paneSize` are in metres. */
export function buildPanes(plan: Plan, atmosphere: Atmosphere): BufferGeometry | null {
  const [position, onPane, paneSize, index]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (const wall of plan.walls) {
    for (const { at, width, sill, head } of wall.windows) {
      const first = position.length / 3
      for (const [u, y] of [
        [0, sill],
        [width, sill],
        [width, head],
        [0, head],
      ] as const) {
        const [x, z] = pointOnWall(wall, at + u, -atmosphere.windows.reveal)
        position.push(x, y, z)
        onPane.push(u, y - sill)
        paneSize.push(width, head - sill)
      }
      index.push(first, first + 1, first + 2, first, first + 2, first + 3)
    }
  }
  if (index.length === 0) return null
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3))
  geometry.setAttribute('onPane', new Float32BufferAttribute(onPane, 2))
  geometry.setAttribute('paneSize', new Float32BufferAttribute(paneSize, 2))
  geometry.setIndex(index)
  return geometry
}

/** Sill, head and sides of every window, lit by what comes in, and the posts before the glass. */
export function addWindows(builder: FittingsBuilder, plan: Plan, atmosphere: Atmosphere): void {
  const { reveal, posts, colour: daylight } = atmosphere.windows
  const paint = atmosphere.wall.colour
  const lit = (share: number): Rgb => [
    paint[0] * daylight[0] * share,
    paint[1] * daylight[1] * share,
    paint[2] * daylight[2] * share,
  ]
  for (const wall of plan.walls) {
    const [dx, dz] = wallDirection(wall)
    const turn = Math.atan2(-dz, dx)
    for (const { at, width, sill, head } of wall.windows) {
      const point = (along: number, out: number, y: number): [number, number, number] => {
        const [x, z] = pointOnWall(wall, along, out)
        return [x, y, z]
      }
      const [left, right, bright, dim] = [at, at + width, lit(1.25), lit(0.5)]
      builder.shining(
        [point(left, 0, sill), point(right, 0, sill), point(right, -reveal, sill), point(left, -reveal, sill)],
        [lit(0.95), lit(0.95), bright, bright],
      )
      builder.shining(
        [point(left, -reveal, head), point(right, -reveal, head), point(right, 0, head), point(left, 0, head)],
        [dim, dim, lit(0.4), lit(0.4)],
      )
      builder.shining(
        [point(left, 0, sill), point(left, -reveal, sill), point(left, -reveal, head), point(left, 0, head)],
        [lit(0.62), lit(0.9), lit(0.9), lit(0.62)],
      )
      builder.shining(
        [point(right, -reveal, sill), point(right, 0, sill), point(right, 0, head), point(right, -reveal, head)],
        [lit(0.9), lit(0.62), lit(0.62), lit(0.9)],
      )
      if (!posts) continue
      const count = Math.max(1, Math.round(width / posts.apart))
      for (let post = 0; post <= count; post++) {
        const along = Math.min(
          right - posts.breadth / 2,
          Math.max(left + posts.breadth / 2, left + (width * post) / count),
        )
        const [x, z] = pointOnWall(wall, along, -reveal + posts.depth / 2)
        const [nx, nz] = wallNormal(wall)
        builder.box(
          [x + nx * 0.01, (sill + head) / 2, z + nz * 0.01],
          [posts.breadth, head - sill, posts.depth],
          turn,
          posts.colour,
        )
      }
    }
  }
}
