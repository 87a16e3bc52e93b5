import { expect, test } from 'vitest'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import { isAtDoor } from './at-door'

const plan = rectangularPlan({ width: 8, depth: 6 })
const { at, facing } = plan.entrance
const place = { x: at[0], z: at[1] }

test('who comes in does not stand before the door, and who turns round there does', () => {
  expect(isAtDoor({ plans: [plan] }, { ...place, yaw: facing })).toBe(false)
  expect(isAtDoor({ plans: [plan] }, { ...place, yaw: facing + 0.45 })).toBe(false)
  for (const turn of [Math.PI, -Math.PI, Math.PI + 0.8, 3 * Math.PI])
    expect(isAtDoor({ plans: [plan] }, { ...place, yaw: facing + turn })).toBe(true)
})

test('from afar the door is a wall like any other, and an empty house has none', () => {
  const inside = { x: place.x - 2.5 * Math.sin(facing), z: place.z - 2.5 * Math.cos(facing) }
  expect(isAtDoor({ plans: [plan] }, { ...inside, yaw: facing + Math.PI })).toBe(false)
  expect(isAtDoor({ plans: [] }, { ...place, yaw: 0 })).toBe(false)
})
