import { describe, expect, it } from 'vitest'
import type { Plan } from './plan'
import { rectangularPlan } from './rectangular-plan'
import { validatePlan } from './validate'

const room = rectangularPlan({ width: 10, depth: 8 })
const codes = (plan: Plan) => validatePlan(plan).map((problem) => problem.code)

describe('validatePlan', () => {
  it('finds nothing wrong with a rectangular room', () => {
    expect(validatePlan(room)).toEqual([])
  })

  it('refuses a loop that is open', () => {
    expect(codes({ ...room, walls: room.walls.slice(0, 3) })).toEqual(['not_closed'])
  })

  it('refuses a window higher than its wall and a plinth outside the room', () => {
    const [first, ...rest] = room.walls
    const window = { at: 1, width: 2, sill: 0.8, head: room.height + 1 }
    const walls = [{ ...first, windows: [window] } as Plan['walls'][number], ...rest]
    expect(codes({ ...room, walls })).toEqual(['window_outside_wall'])
    expect(codes({ ...room, plinths: [{ at: [40, 0], size: 0.4, height: 1, turn: 0 }] })).toEqual(['plinth_outside'])
  })

  it('refuses walls that face out', () => {
    const walls = [...room.walls].reverse().map((wall) => ({ ...wall, from: wall.to, to: wall.from }))
    expect(codes({ ...room, walls })).toContain('walls_face_out')
  })

  it('refuses walls that cross', () => {
    const [a, b, c, d] = [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ] as [number, number][]
    const corners = [a, b, c, d] as [number, number][]
    const walls = corners.map((from, index) => ({
      id: `w${index}`,
      from,
      to: corners[(index + 1) % 4] as [number, number],
      doors: [],
      windows: [],
      isHanging: true,
    }))
    expect(codes({ ...room, walls })).toContain('walls_cross')
  })

  it('refuses doors outside their wall, doors in one another, and two walls of one name', () => {
    const withDoors = (doors: { at: number; width: number }[]) => ({
      ...room,
      walls: room.walls.map((wall) => (wall.id === 'north' ? { ...wall, doors } : wall)),
    })
    expect(codes(withDoors([{ at: 9, width: 2 }]))).toEqual(['door_outside_wall'])
    expect(
      codes(
        withDoors([
          { at: 1, width: 2 },
          { at: 2, width: 2 },
        ]),
      ),
    ).toEqual(['doors_overlap'])
    const twice = room.walls.map((wall) => (wall.id === 'east' ? { ...wall, id: 'west' } : wall))
    expect(codes({ ...room, walls: twice })).toEqual(['wall_twice'])
  })

  it('refuses an entrance, a bench or a title outside the room', () => {
    expect(codes({ ...room, entrance: { at: [50, 0], facing: 0 } })).toEqual(['entrance_outside'])
    expect(codes({ ...room, benches: [{ at: [0, 9], length: 1, turn: 0 }] })).toEqual(['bench_outside'])
    expect(codes({ ...room, title: { wall: 'nowhere', at: 0, width: 1 } })).toEqual(['title_outside_wall'])
  })
})
