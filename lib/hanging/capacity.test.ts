import { describe, expect, it } from 'vitest'
import { findPlace, freeCapacity, nextSlot, type Occupant, wallHasRoomFor } from './capacity'
import { hangInOrder } from './hang-in-order'
import { planForWorks, rectangularPlan } from './rectangular-plan'
import { validatePlan } from './validate'

const plan = rectangularPlan({ width: 8, depth: 6, titleWidth: 0 })
const at = (wall: string, slot: number, widthCm = 100): Occupant => ({ wall, slot, artwork: { widthCm } })

describe('places on the walls', () => {
  it('counts what a wall takes: framed widths and a gap beside each', () => {
    // 8 m: n works of 1.16 m and n + 1 gaps of 0.45 m.
    expect(freeCapacity(plan, 'north', [], 100)).toBe(4)
    expect(freeCapacity(plan, 'north', [at('north', 0), at('north', 1)], 100)).toBe(2)
  })

  it('has no room on a wall that is full, unknown or not for hanging', () => {
    const four = [0, 1, 2, 3].map((slot) => at('north', slot))
    expect(wallHasRoomFor(plan, 'north', four, 100)).toBe(false)
    expect(wallHasRoomFor(plan, 'attic', [], 100)).toBe(false)
    const bare = { ...plan, walls: plan.walls.map((wall) => ({ ...wall, isHanging: false })) }
    expect(wallHasRoomFor(bare, 'north', [], 10)).toBe(false)
    expect(findPlace(bare, [], 10)).toBeNull()
  })

  it('finds the emptiest wall and the slot after the last', () => {
    expect(findPlace(plan, [], 100)).toEqual({ wall: 'north', slot: 0 })
    expect(findPlace(plan, [at('north', 4), at('north', 2)], 100)).toEqual({ wall: 'west', slot: 0 })
    expect(nextSlot([at('north', 4), at('north', 2)], 'north')).toBe(5)
  })

  it('fills a room until it is full, and never beyond', () => {
    const hung: Occupant[] = []
    for (let place = findPlace(plan, hung, 90); place; place = findPlace(plan, hung, 90)) {
      hung.push({ ...place, artwork: { widthCm: 90 } })
    }
    expect(hung.length).toBeGreaterThan(8)
    expect(new Set(hung.map((one) => `${one.wall}/${one.slot}`)).size).toBe(hung.length)
    for (const wall of plan.walls) expect(wallHasRoomFor(plan, wall.id, hung, 90)).toBe(false)
  })
})

describe('planForWorks', () => {
  it.each([0, 1, 4, 8, 12, 24, 40])('makes a valid room in which %i works find their place', (count) => {
    const widths = Array.from({ length: count }, (_, index) => 60 + ((index * 37) % 90))
    const room = planForWorks(widths)
    expect(validatePlan(room)).toEqual([])
    const hung = hangInOrder(room, widths)
    expect(hung).toHaveLength(count)
    if (count > 8) expect(new Set(hung?.map((one) => one.wall)).size).toBe(4)
  })

  it('grows with the works', () => {
    const area = (count: number) => {
      const walls = planForWorks(Array.from({ length: count }, () => 100)).walls
      return Math.abs((walls[0]?.from[0] ?? 0) * (walls[0]?.from[1] ?? 0)) * 4
    }
    expect(area(20)).toBeGreaterThan(area(10))
  })

  it('says so when a room is too small', () => {
    expect(
      hangInOrder(
        rectangularPlan({ width: 7, depth: 6 }),
        Array.from({ length: 40 }, () => 100),
      ),
    ).toBeNull()
  })
})
