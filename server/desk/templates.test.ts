import { describe, expect, test } from 'vitest'
import { exhibitionTemplates } from '@/lib/contracts/desk'
import { findPath, waypointsOf } from '@/lib/hanging/find-path'
import { layOut } from '@/lib/hanging/lay-out'
import { measures } from '@/lib/hanging/measures'
import { obstaclesOf } from '@/lib/hanging/obstacles'
import { architectures } from '@/lib/hanging/plan'
import { hangingStretches } from '@/lib/hanging/spread'
import { validatePlan } from '@/lib/hanging/validate'
import { pointOnWall } from '@/lib/hanging/walls'
import { templateRooms } from './templates'

const radius = measures.bodyRadius

describe.each(exhibitionTemplates)('the template %s', (name) => {
  const plans = templateRooms[name]().map(({ plan }) => plan)

  test('has rooms that can be built, on one floor as they are drawn', () => {
    expect(plans.map(validatePlan)).toEqual(plans.map(() => []))
    expect(layOut(plans)).toEqual(plans)
  })

  test('lets one walk from its entrance to every wall that bears works', () => {
    const [obstacles, waypoints] = [obstaclesOf(plans), waypointsOf(plans, radius)]
    const places = plans.flatMap((plan) =>
      plan.walls
        .filter(({ isHanging }) => isHanging)
        .flatMap((wall) => hangingStretches(plan, wall).map(([from, to]) => pointOnWall(wall, (from + to) / 2, 1.2))),
    )
    expect(places.length).toBeGreaterThan(2)
    const start = plans[0]?.entrance.at ?? [0, 0]
    const unreached = places.filter((place) => !findPath(start, place, radius, obstacles, waypoints))
    expect(unreached).toEqual([])
  })
})

test('there is one for each architecture', () => {
  const used = exhibitionTemplates.flatMap((name) => templateRooms[name]().map(({ plan }) => plan.architecture))
  expect(new Set(used)).toEqual(new Set(architectures))
})

test('more than one has a plan that is no rectangle', () => {
  const walls = exhibitionTemplates.flatMap((name) => templateRooms[name]().map(({ plan }) => plan.walls.length))
  expect(walls.filter((count) => count > 4)).toEqual([6, 8])
})
