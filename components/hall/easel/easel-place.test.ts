import { expect, test } from 'vitest'
import { findPath, waypointsOf } from '@/lib/hanging/find-path'
import { layOut } from '@/lib/hanging/lay-out'
import { measures } from '@/lib/hanging/measures'
import { obstaclesOf } from '@/lib/hanging/obstacles'
import type { Point } from '@/lib/hanging/plan'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import { isInside, outline } from '@/lib/hanging/walls'
import type { HallSpace } from '../hall-works'
import { createEaselFooting, footCorners } from './easel-footing'
import { findEaselPlace } from './easel-place'

const spaceOf = (width: number, depth: number): HallSpace => {
  const plans = layOut([rectangularPlan({ width, depth })])
  return { rooms: [], plans, works: [], placements: [], obstacles: obstaclesOf(plans), waypoints: [] }
}

test('the easel stands in the room, turned to who comes in', () => {
  const space = spaceOf(9, 8)
  const place = findEaselPlace(space)
  const [plan] = space.plans
  if (!place || !plan) throw new Error('no place')
  expect(isInside(place.x, place.z, outline(plan))).toBe(true)
  const [ex, ez] = plan.entrance.at
  const towards = (ex - place.x) * -Math.sin(place.yaw) + (ez - place.z) * -Math.cos(place.yaw)
  expect(towards).toBeGreaterThan(0)
})

test('a room without a free spot has none', () => {
  expect(findEaselPlace(spaceOf(3, 3))).toBeNull()
})

type Way = 'north' | 'east' | 'west'
const opposite = { north: 'south', east: 'west', west: 'east' } as const

/** Two rooms that open into each other by a door so far from the middle of the first one's wall, metres to the right. */
function suiteOf(width: number, depth: number, side: Way, offset: number): HallSpace {
  const apart = measures.partition + 3
  const middles: Record<Way, Point> = {
    north: [offset, -depth / 2 - apart],
    east: [width / 2 + apart, offset],
    west: [-width / 2 - apart, -offset],
  }
  const door = { side: opposite[side], offset: 0 }
  const plans = layOut([
    rectangularPlan({
      width,
      depth,
      doors: [
        { side: 'south', offset: 0 },
        { side, offset },
      ],
    }),
    rectangularPlan({ width: 6, depth: 6, middle: middles[side], doors: [door] }),
  ])
  const waypoints = waypointsOf(plans, measures.bodyRadius)
  return { rooms: [], plans, works: [], placements: [], obstacles: obstaclesOf(plans), waypoints }
}

const suites = [5, 5.5, 6, 7, 8, 9, 12].flatMap((width) =>
  [3, 3.5, 4, 5, 6, 8].flatMap((depth) =>
    (['north', 'east', 'west'] as const).flatMap((side) =>
      [-1, 0, 1].map((end) => {
        const offset = end * ((side === 'north' ? width : depth) / 2 - 1.3)
        return [width, depth, side, offset] as const
      }),
    ),
  ),
)

test('in whatever room it finds a place, its legs stand free and the way to the next room stays open', () => {
  let places = 0
  for (const suite of suites) {
    const space = suiteOf(...suite)
    const [plan, next] = space.plans
    const place = findEaselPlace(space)
    if (!plan || !next) throw new Error('no rooms')
    const way = () =>
      findPath(plan.entrance.at, next.entrance.at, measures.bodyRadius, space.obstacles, space.waypoints)
    // Some of these rooms are too small for their own bench.
    if (!place || !way()) continue
    places++
    for (const [x, z] of footCorners(place)) expect(isInside(x, z, outline(plan)), suite.join()).toBe(true)
    const [x, z] = plan.entrance.at
    expect(createEaselFooting(space, place, { pose: { x, z }, isWalking: false }).stand(), suite.join()).toBe(true)
    expect(way(), suite.join()).not.toBeNull()
  }
  expect(places).toBeGreaterThan(suites.length / 4)
})
