import { describe, expect, it } from 'vitest'
import { findPath, waypointsOf } from './find-path'
import { hangInOrder } from './hang-in-order'
import { layOut } from './lay-out'
import { measures } from './measures'
import { doorwaysOf, obstaclesOf } from './obstacles'
import { architectures, type Plan } from './plan'
import { planSuite } from './suite'
import { validatePlan } from './validate'

const tenWorks = [200, 120, 100, 100, 220, 150, 160, 120, 75, 90]

function suiteOf(count: number): Plan[] {
  return planSuite(
    Array.from({ length: count }, (_, index) => ({
      widthsCm: tenWorks.slice(0, 4 + ((index * 3) % 7)),
      architecture: architectures[index % architectures.length],
    })),
  )
}

describe('planSuite', () => {
  it.each([1, 2, 3, 4, 5, 6])('makes %i sound rooms that do not overlap and hold their works', (count) => {
    const plans = suiteOf(count)
    expect(plans.flatMap(validatePlan)).toEqual([])
    expect(layOut(plans)).toEqual(plans)
    plans.forEach((plan, index) => {
      expect(hangInOrder(plan, tenWorks.slice(0, 4 + ((index * 3) % 7)))).not.toBeNull()
    })
  })

  it.each([2, 3, 4, 5, 6])('leads from the first of %i rooms into each other, and out by one door', (count) => {
    const plans = suiteOf(count)
    expect(doorwaysOf(plans).filter((door) => door.leadsTo === null)).toHaveLength(1)
    const [obstacles, waypoints] = [obstaclesOf(plans), waypointsOf(plans, measures.bodyRadius)]
    for (const plan of plans) {
      const start = plans[0]?.entrance.at ?? [0, 0]
      expect(findPath(start, plan.entrance.at, measures.bodyRadius, obstacles, waypoints)).not.toBeNull()
    }
  })

  it('brings one back to the first room by another door where there are four', () => {
    const doors = doorwaysOf(suiteOf(4)).filter((door) => door.plan === 0)
    expect(new Set(doors.map((door) => door.leadsTo))).toEqual(new Set([null, 1, 3]))
  })

  it('grows a room with its works', () => {
    const [small, large] = planSuite([{ widthsCm: tenWorks.slice(0, 3) }, { widthsCm: tenWorks }])
    const depth = (plan: Plan | undefined) => Math.abs((plan?.walls[0]?.to[1] ?? 0) - (plan?.walls[0]?.from[1] ?? 0))
    expect(depth(large)).toBeGreaterThan(depth(small))
  })
})
