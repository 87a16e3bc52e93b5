import { describe, expect, it } from 'vitest'
import { obstaclesOf } from '@/lib/hanging/obstacles'
import { type Placement, placeHangings } from '@/lib/hanging/place-hangings'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import type { HallSpace } from '../hall-works'
import { teleportTarget } from './teleport'

const plan = rectangularPlan({ width: 8, depth: 10, benches: 0 })
const placements: Placement[] = placeHangings(plan, [
  { id: 'h', wall: 'north', slot: 0, artwork: { id: 'a', widthCm: 120, heightCm: 90 } },
])
const space = { plans: [plan], placements, obstacles: obstaclesOf([plan]) } as unknown as HallSpace
const hand = { x: 0, y: 1.3, z: 2 }

describe('pointing in a headset', () => {
  it('at the floor leads there, looking as before', () => {
    const target = teleportTarget({ ...hand, dx: 0, dy: -1, dz: -2 }, space, 0.4)
    expect(target).toMatchObject({ x: expect.closeTo(0), z: expect.closeTo(2 - 2.6), yaw: 0.4 })
  })

  it('at the floor by a wall leads to where one can stand', () => {
    const target = teleportTarget({ ...hand, dx: -3.9, dy: -1.3, dz: 0 }, space, 0)
    expect(target?.x).toBeGreaterThan(-4 + 0.34)
  })

  it('at a work leads before it, facing it', () => {
    const [work] = placements
    const [dx, dz] = [(work?.x ?? 0) - hand.x, (work?.z ?? 0) - hand.z]
    const target = teleportTarget({ ...hand, dx, dy: 0.2, dz }, space, 2)
    expect(target?.x).toBeCloseTo(work?.x ?? 0)
    expect(target?.yaw).toBeCloseTo(0)
  })

  it('at the wall or the ceiling leads nowhere', () => {
    expect(teleportTarget({ ...hand, dx: 1, dy: 0, dz: 0 }, space, 0)).toBeNull()
    expect(teleportTarget({ ...hand, dx: 0, dy: 1, dz: 0 }, space, 0)).toBeNull()
  })
})
