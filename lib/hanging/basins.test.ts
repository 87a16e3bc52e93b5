import { describe, expect, it } from 'vitest'
import { basinCorners, basinsOf } from './basins'
import { findPath, waypointsOf } from './find-path'
import { measures } from './measures'
import { obstaclesOf } from './obstacles'
import { architectures, type Plan, type Point } from './plan'
import { rectangularPlan } from './rectangular-plan'
import { planSuite } from './suite'
import { isInside, outline } from './walls'

const pavilion = (width: number, depth: number, doors?: Parameters<typeof rectangularPlan>[0]['doors']) =>
  rectangularPlan({ width, depth, architecture: 'pavilion', ...(doors && { doors }) })

const canWalk = (plans: Plan[], from: Point, to: Point) =>
  findPath(from, to, measures.bodyRadius, obstaclesOf(plans), waypointsOf(plans, measures.bodyRadius)) !== null

describe('basins', () => {
  it('lie along the glass of a pavilion, within its floor, and nowhere else', () => {
    const plan = pavilion(10, 13)
    const [basin, ...more] = basinsOf(plan)
    expect(more).toEqual([])
    expect(basin?.wall.windows).not.toEqual([])
    for (const corner of basin ? basinCorners(basin, 0) : []) expect(isInside(...corner, outline(plan))).toBe(true)
    const others = architectures.filter((architecture) => architecture !== 'pavilion')
    expect(others.flatMap((architecture) => basinsOf(rectangularPlan({ width: 10, depth: 13, architecture })))).toEqual(
      [],
    )
  })

  it('are none where the floor is needed', () => {
    expect(basinsOf(pavilion(5, 13))).toEqual([])
    expect(basinsOf(pavilion(10, 3.2))).toEqual([])
  })

  it('end before a door beside the glass', () => {
    const [free] = basinsOf(pavilion(10, 13))
    const [short] = basinsOf(pavilion(10, 13, [{ side: 'south', offset: -3.8 }]))
    expect(short && free && short.to - short.from).toBeLessThan((free?.to ?? 0) - (free?.from ?? 0) - 0.5)
  })

  it('are walked around and never through', () => {
    const plan = pavilion(10, 13)
    const [basin] = basinsOf(plan)
    const [a = [0, 0], , c = [0, 0]] = basin ? basinCorners(basin, 0) : []
    expect(canWalk([plan], plan.entrance.at, [(a[0] + c[0]) / 2, (a[1] + c[1]) / 2])).toBe(false)
    for (const corner of [
      [-4.4, 0],
      [4.4, -6],
      [4.4, 6],
      [3, 0],
    ] as Point[]) {
      expect(canWalk([plan], plan.entrance.at, corner)).toBe(true)
    }
  })

  it.each([1, 2, 3, 4, 5, 6])('leave the way through %i pavilions free', (count) => {
    const plans = planSuite(
      Array.from({ length: count }, () => ({
        widthsCm: [100, 120, 80, 60, 150, 90],
        architecture: 'pavilion' as const,
      })),
    )
    expect(plans.flatMap(basinsOf).length).toBeGreaterThan(0)
    for (const plan of plans) expect(canWalk(plans, plans[0]?.entrance.at ?? [0, 0], plan.entrance.at)).toBe(true)
  })
})
