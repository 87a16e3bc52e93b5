import { expect, test } from 'vitest'
import { layOut } from '@/lib/hanging/lay-out'
import { obstaclesOf } from '@/lib/hanging/obstacles'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import { isInside, outline } from '@/lib/hanging/walls'
import type { HallSpace } from '../hall-works'
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
