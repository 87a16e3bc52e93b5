import { expect, test } from 'vitest'
import { layOut } from '@/lib/hanging/lay-out'
import { type Placement, placeHangings } from '@/lib/hanging/place-hangings'
import type { Plan } from '@/lib/hanging/plan'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import type { HallSpace } from '../hall-works'
import { nearestInView } from './nearest-in-view'

const hang = (plan: Plan, wall: string, widthCm: number, along: number): Placement[] =>
  placeHangings(plan, [
    { id: 'h', wall, slot: 0, along, centreHeight: 1.5, artwork: { id: 'a', widthCm, heightCm: 120 } },
  ])

function spaceOf(plans: Plan[], placements: Placement[]): HallSpace {
  const works = placements.map((placement, index) => ({ index, placement }))
  return { plans, placements, works } as unknown as HallSpace
}

const plan = rectangularPlan({ width: 8, depth: 10, benches: 0 })
// On the north wall from x = -1.5 to 1.5, and 0.6 m beside it another one.
const space = spaceOf([plan], [...hang(plan, 'north', 300, 4), ...hang(plan, 'north', 60, 6.4)])
const at = (x: number, z: number, yaw = 0) => nearestInView(space, { x, z, yaw, pitch: 0 })

test('one stands before a wide work anywhere before it, however near', () => {
  for (const x of [-1.4, 0, 1.4]) for (const z of [-4.6, -4, -2]) expect(at(x, z)).toBe(0)
})

test('and before the one beside it when one looks at that', () => {
  expect(at(2.4, -4.3)).toBe(1)
  expect(at(1.4, -4.3, -1.2)).toBe(1)
})

test('but not with one’s back to it, looking along its wall from afar, or from too far away', () => {
  expect(at(0, -3, Math.PI)).toBe(-1)
  expect(at(-3.6, -4.6, -Math.PI / 2)).toBe(-1)
  expect(at(0, 0.5)).toBe(-1)
})

test('a work in the next room is seen through the door, and not through the wall', () => {
  const doors = (['south', 'north'] as const).map((side) => ({ side, offset: 0 }))
  const front = rectangularPlan({ width: 8, depth: 10, benches: 0, doors })
  const rooms = layOut([front, rectangularPlan({ width: 8, depth: 3, middle: [0, -6.9], benches: 0 })])
  const [, next] = rooms
  if (!next) throw new Error('no second room')
  const wide = spaceOf(rooms, hang(next, 'north', 500, 4))
  const from = (x: number, z: number) => nearestInView(wide, { x, z, yaw: 0, pitch: 0 })
  expect(from(0, -4.5)).toBe(0)
  expect(from(2.2, -4.5)).toBe(-1)
  expect(from(2.2, -6)).toBe(0)
})
