import { describe, expect, it } from 'vitest'
import { roomBudget, roomLoad, textureBytes } from './budget'
import { checkHanging } from './check-hanging'
import type { Hanging } from './place-hangings'
import { rectangularPlan } from './rectangular-plan'

/** South: 12 m with a door of 2 m in its middle. */
const plan = rectangularPlan({ width: 12, depth: 9, height: 4, titleWidth: 2.6 })
const put = (id: string, wall: string, along: number, centreHeight = 1.5, widthCm = 100, heightCm = 100): Hanging => ({
  id,
  wall,
  slot: Number(id),
  along,
  centreHeight,
  artwork: { id: `work-${id}`, widthCm, heightCm },
})

describe('checkHanging', () => {
  it('finds nothing where works hang side by side, one above another, and above a door', () => {
    const salon = [put('1', 'east', 1), put('2', 'east', 2.16), put('3', 'east', 1, 2.66)]
    expect(checkHanging(plan, [...salon, put('4', 'south', 6, 3.2, 100, 60)])).toEqual([])
  })

  it('tells which works overlap', () => {
    const problems = checkHanging(plan, [put('1', 'east', 1), put('2', 'east', 2.1), put('3', 'east', 4)])
    expect(problems).toEqual([{ code: 'works_overlap', hangings: ['1', '2'] }])
  })

  const misplaced: [string, Hanging][] = [
    ['beyond the left end', put('1', 'east', 0.3)],
    ['beyond the right end', put('1', 'east', 8.8)],
    ['under the floor', put('1', 'east', 3, 0.4)],
    ['through the ceiling', put('1', 'east', 3, 3.7)],
    ['over a door', put('1', 'south', 5)],
    ['over the title', put('1', 'north', 1.5)],
  ]
  it.each(misplaced)('tells of a work %s', (_where, hanging) => {
    expect(checkHanging(plan, [hanging])).toEqual([{ code: 'work_off_wall', hangings: ['1'] }])
  })

  it('tells of a work whose wall is gone', () => {
    expect(checkHanging(plan, [put('1', 'attic', 3)])).toEqual([{ code: 'wall_gone', hangings: ['1'] }])
  })
})

describe('the budget', () => {
  it('counts a work at 1024 px with its smaller copies, or at its own width', () => {
    expect(textureBytes({ width: 4096, height: 2048 })).toBe(Math.round(1024 * 512 * 4 * (4 / 3)))
    expect(textureBytes({ width: 300, height: 200 })).toBe(300 * 200 * 4 * (4 / 3))
  })

  it('takes as many ordinary works as it has places for, but not as many tall ones', () => {
    const of = (height: number) => roomLoad(Array.from({ length: roomBudget.works }, () => ({ width: 1024, height })))
    expect(of(768).textureBytes).toBeLessThan(1.05 * roomBudget.textureBytes)
    expect(of(1600).textureBytes).toBeGreaterThan(roomBudget.textureBytes)
  })
})
