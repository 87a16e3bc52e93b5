import { describe, expect, it } from 'vitest'
import { findPath, isClear, pointDistance, waypointsOf } from './find-path'
import { move } from './move'
import { obstaclesOf } from './obstacles'
import type { Point } from './plan'
import { rectangularPlan } from './rectangular-plan'

const room = rectangularPlan({ width: 10, depth: 8, benches: 0 })
const walls = obstaclesOf([room])
const radius = 0.35

describe('move', () => {
  it('goes freely where nothing is', () => {
    expect(move([0, 0], [1, -2], radius, walls)).toEqual([1, -2])
  })

  it('stops before a wall, however long the step', () => {
    const [x, z] = move([0, 0], [0, -1000], radius, walls)
    expect(x).toBeCloseTo(0)
    expect(z).toBeCloseTo(-4 + radius, 2)
  })

  it('slides along a wall', () => {
    const [x, z] = move([0, -3], [2, -2], radius, walls)
    expect(z).toBeCloseTo(-4 + radius, 2)
    expect(x).toBeCloseTo(2, 1)
  })

  it('comes to rest in a corner', () => {
    const [x, z] = move([4, -3], [50, -50], radius, walls)
    expect(x).toBeCloseTo(5 - radius, 2)
    expect(z).toBeCloseTo(-4 + radius, 2)
  })

  it('stays inside for ten thousand steps of any size', () => {
    const escapes: Point[] = []
    let at: Point = [0, 0]
    let seed = 1
    const random = () => {
      seed = (seed * 48271) % 2147483647
      return seed / 2147483647 - 0.5
    }
    for (let step = 0; step < 10000; step++) {
      const size = step % 7 === 0 ? 60 : 1
      at = move(at, [random() * size, random() * size], radius, walls)
      const isInside =
        Math.abs(at[0]) <= 5 - radius + 1e-6 && at[1] >= radius - 4 - 1e-6 && at[1] <= 4.4 - radius + 1e-6
      if (!isInside) escapes.push(at)
    }
    expect(escapes).toEqual([])
  })

  it('stands at the glass of a door that leads nowhere, and passes one that leads on', () => {
    const out: Point = [0, 8]
    expect(move([0, 3], out, radius, walls)[1]).toBeCloseTo(4 + 0.4 - radius, 2)
    const beyond = {
      ...room,
      walls: room.walls.map((wall) => {
        const shift = ([x, z]: Point): Point => [x, z + 8]
        const doors = wall.id === 'north' ? [{ at: 4, width: 2 }] : []
        return { ...wall, from: shift(wall.from), to: shift(wall.to), doors }
      }),
    }
    expect(move([0, 3], out, radius, obstaclesOf([room, beyond]))[1]).toBeCloseTo(11)
  })
})

describe('findPath', () => {
  const furnished = rectangularPlan({ width: 10, depth: 8, benches: 1 })
  const obstacles = obstaclesOf([furnished])
  const waypoints = waypointsOf([furnished], radius)

  it('is one straight line where nothing stands between', () => {
    expect(findPath([-3, 2], [3, 2], radius, obstacles, waypoints)).toEqual([[3, 2]])
  })

  it('goes round a bench without touching it', () => {
    const start: Point = [0, 2]
    const path = findPath(start, [0, -2], radius, obstacles, waypoints)
    expect(path?.length).toBeGreaterThan(1)
    const points = [start, ...(path ?? [])]
    for (let i = 1; i < points.length; i++) {
      expect(isClear(points[i - 1] as Point, points[i] as Point, radius, obstacles)).toBe(true)
    }
    expect(pointDistance([0, 0], [0, -2], [0, 2])).toBe(0)
  })

  it('finds no way through a wall', () => {
    expect(findPath([0, 0], [0, -20], radius, obstacles, waypoints)).toBeNull()
  })
})
