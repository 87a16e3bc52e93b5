import { describe, expect, it } from 'vitest'
import { obstaclesOf } from '@/lib/hanging/obstacles'
import { type Placement, placeHangings } from '@/lib/hanging/place-hangings'
import type { Plan } from '@/lib/hanging/plan'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import { isFarFromAll } from '../engine/standing-place'
import type { HallSpace } from '../hall-works'
import { teleportTarget } from './teleport'

const plan = rectangularPlan({ width: 8, depth: 10, benches: 0 })
const placements: Placement[] = placeHangings(plan, [
  { id: 'h', wall: 'north', slot: 0, artwork: { id: 'a', widthCm: 120, heightCm: 90 } },
])
const spaceOf = (plans: Plan[]) => ({ plans, placements, obstacles: obstaclesOf(plans) }) as unknown as HallSpace
const space = spaceOf([plan])
const hand = { x: 0, y: 1.3, z: 2 }
const head = { x: 0, z: 2.4, yaw: 0.4, pitch: 0 }

describe('pointing in a headset', () => {
  it('at the floor leads there, looking as before', () => {
    const target = teleportTarget({ ...hand, dx: 0, dy: -1, dz: -2 }, space, head)
    expect(target).toMatchObject({ x: expect.closeTo(0), z: expect.closeTo(2 - 2.6), yaw: 0.4 })
  })

  it('at the floor by a wall leads to where one can stand', () => {
    const target = teleportTarget({ ...hand, dx: -3.9, dy: -1.3, dz: 0 }, space, head)
    expect(target?.x).toBeGreaterThan(-4 + 0.34)
  })

  it('at a work leads before it, facing it', () => {
    const [work] = placements
    const [dx, dz] = [(work?.x ?? 0) - hand.x, (work?.z ?? 0) - hand.z]
    const target = teleportTarget({ ...hand, dx, dy: 0.2, dz }, space, head)
    expect(target?.x).toBeCloseTo(work?.x ?? 0)
    expect(target?.yaw).toBeCloseTo(0)
  })

  it('at the wall or the ceiling leads nowhere', () => {
    expect(teleportTarget({ ...hand, dx: 1, dy: 0, dz: 0 }, space, head)).toBeNull()
    expect(teleportTarget({ ...hand, dx: 0, dy: 1, dz: 0 }, space, head)).toBeNull()
  })

  it('at one’s feet, with the back to a wall, does not lead through the wall', () => {
    const back = { x: 3.64, y: 1.3, z: 2 }
    const target = teleportTarget({ ...back, dx: -0.04, dy: -1.3, dz: 0 }, space, { ...head, x: 3.64, z: 2 })
    expect(target?.x).toBeCloseTo(3.6)
  })

  it('with a hand through the wall leads nowhere, though there is a room behind', () => {
    const rooms = [plan, rectangularPlan({ width: 8, depth: 10, middle: [0, -10.4], benches: 0 })]
    const body = { ...head, x: 3, z: -4.6 }
    const ray = { x: 3, y: 1.3, z: -5.5, dx: 0, dy: -1, dz: -1 }
    expect(teleportTarget(ray, spaceOf(rooms), body)).toBeNull()
    expect(teleportTarget(ray, spaceOf(rooms), { ...body, z: -6 })).not.toBeNull()
  })

  it('over a bench leads before it, or nowhere, never onto it', () => {
    const [bench] = rectangularPlan({ width: 8, depth: 10, benches: 1 }).benches
    if (!bench) throw new Error('no bench')
    const furnished = spaceOf([rectangularPlan({ width: 8, depth: 10, benches: 1 })])
    const [x, z] = [bench.at[0] - 2, bench.at[1]]
    for (let way = 0.5; way < 4; way += 0.05) {
      const target = teleportTarget({ x, y: 1.3, z, dx: way, dy: -1.3, dz: 0 }, furnished, { ...head, x, z })
      if (target) expect(isFarFromAll([target.x, target.z], furnished), `${way} m`).toBe(true)
    }
  })
})
