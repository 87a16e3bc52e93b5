import { describe, expect, it } from 'vitest'
import { adjoin, type FurnishedRoom } from './adjoin'
import { areJoined } from './are-joined'
import { checkHanging } from './check-hanging'
import { closeDoorsTo } from './close-doors'
import { corneredPlan } from './cornered-plan'
import { findPath, waypointsOf } from './find-path'
import { layOut } from './lay-out'
import { measures } from './measures'
import { doorwaysOf, obstaclesOf } from './obstacles'
import { type Hanging, placeHangings } from './place-hangings'
import { architectures, type Plan } from './plan'
import { rectangularPlan, sizeForWorks } from './rectangular-plan'
import { planSuite } from './suite'
import { validatePlan } from './validate'

const square = () => ({ width: 8, depth: 8 })
const bare = (plan: Plan): FurnishedRoom => ({ plan, hangings: [] })

function add(rooms: FurnishedRoom[], wish: Parameters<typeof adjoin>[1] = square): FurnishedRoom[] {
  const { room, neighbour } = adjoin(rooms, wish)
  return [
    ...rooms.map((one, index) => (index === neighbour?.index ? { ...one, plan: neighbour.plan } : one)),
    bare(room),
  ]
}

function canBeWalked(rooms: FurnishedRoom[]): boolean {
  const plans = layOut(rooms.map(({ plan }) => plan))
  const [obstacles, waypoints] = [obstaclesOf(plans), waypointsOf(plans, measures.bodyRadius)]
  const start = plans[0]?.entrance.at ?? [0, 0]
  return plans.every((plan) => findPath(start, plan.entrance.at, measures.bodyRadius, obstacles, waypoints) !== null)
}

const hung = (id: string, wall: string, slot: number, along: number | null = null): Hanging => ({
  ...{ id, wall, slot, along },
  centreHeight: along === null ? null : 1.5,
  artwork: { id, widthCm: 120, heightCm: 90 },
})

describe('adjoin', () => {
  it.each(architectures)('walks one from room to room of a growing %s house, and out by one door', (architecture) => {
    let rooms = [bare(rectangularPlan({ width: 9, depth: 7, architecture }))]
    for (let count = 2; count <= 7; count++) {
      rooms = add(rooms, (doors, outerSides) => ({
        ...sizeForWorks(Array(count * 2).fill(80), { architecture, doors, outerSides }),
        architecture,
      }))
      const plans = rooms.map(({ plan }) => plan)
      expect(plans.flatMap(validatePlan)).toEqual([])
      expect(layOut(plans)).toEqual(plans)
      expect(doorwaysOf(plans).filter((door) => door.leadsTo === null)).toHaveLength(1)
      expect(canBeWalked(rooms)).toBe(true)
    }
  })

  it('makes way beside what hangs by slots, and moves nothing that was put somewhere by hand', () => {
    const plan = rectangularPlan({ width: 12, depth: 8, titleWidth: 0 })
    const hangings = [hung('a', 'north', 0), hung('b', 'north', 1), hung('c', 'north', 2, 6)]
    const rooms = add([{ plan, hangings }])
    const [door] = rooms[0]?.plan.walls.find(({ id }) => id === 'north')?.doors ?? []
    expect(door && (door.at + door.width < 6 - 0.6 || door.at > 6 + 0.6)).toBe(true)
    expect(checkHanging(rooms[0]?.plan ?? plan, hangings)).toEqual([])
    expect(canBeWalked(rooms)).toBe(true)
  })

  const full = (wall: string, count: number) => Array.from({ length: count }, (_, at) => hung(`${wall}${at}`, wall, at))
  const small = rectangularPlan({ width: 6, depth: 8, titleWidth: 0 })

  it('goes to a side wall where the far one is full', () => {
    const rooms = add([{ plan: small, hangings: full('north', 3) }])
    expect(rooms[0]?.plan.walls.filter(({ doors }) => doors.length > 0).map(({ id }) => id)).toEqual(['east', 'south'])
    expect(areJoined(rooms.map(({ plan }) => plan))).toBe(true)
  })

  it('hangs the works of a room anew, in their order, where no wall alone has room for a door', () => {
    const hangings = [...full('west', 3), ...full('north', 3), ...full('east', 3)]
    const { neighbour } = adjoin([{ plan: small, hangings }], square)
    expect(neighbour?.hung).toHaveLength(9)
    const moved = hangings.map((one, at) => ({ ...one, ...neighbour?.hung?.[at] }))
    expect(checkHanging(neighbour?.plan ?? small, moved)).toEqual([])
    expect(placeHangings(neighbour?.plan ?? small, moved).map(({ hanging }) => hanging.id)).toEqual(
      hangings.map(({ id }) => id),
    )
  })

  it('stands alone where all walls are full, or a curator put works where the doors would have to be', () => {
    const byHand = [3, 4, 4, 3].map((middle, at) =>
      hung(`${at}`, ['north', 'east', 'west', 'south'][at] ?? '', 0, middle),
    )
    const wide = byHand.map((one) => ({ ...one, artwork: { ...one.artwork, widthCm: 420 } }))
    const everywhere = [...full('west', 4), ...full('north', 3), ...full('east', 4)]
    for (const hangings of [wide, everywhere]) {
      const { room, neighbour } = adjoin([{ plan: small, hangings }], square)
      expect(neighbour).toBeNull()
      expect(layOut([small, room])).toEqual([small, room])
      expect(areJoined([small, room])).toBe(false)
    }
  })

  it('blocks no window, neither of another room nor of its own', () => {
    const loft = rectangularPlan({ width: 9, depth: 12, architecture: 'loft' })
    const behind = rectangularPlan({
      width: 9,
      depth: 8,
      titleWidth: 0,
      middle: [0, -10.4],
      doors: [{ side: 'south', offset: 0 }],
    })
    // The far wall is full, and a room this deep would reach from beside it to before the loft's windows in the east.
    const rooms = [bare(loft), { plan: behind, hangings: full('north', 5) }]
    const deep = adjoin(rooms, () => ({ width: 8, depth: 20 }))
    expect(loft.walls.find(({ id }) => id === 'east')?.windows).not.toEqual([])
    expect(deep.neighbour?.index).toBe(1)
    expect(deep.room.entrance.at[0]).toBeLessThan(-4.5)
    const short = adjoin(rooms, () => ({ width: 8, depth: 8 }))
    expect(short.room.entrance.at[0]).toBeGreaterThan(4.5)
    // A pavilion west of it would look east at the wall that it came by, so it looks the other way.
    const pavilion = adjoin(rooms, () => ({ width: 8, depth: 20, architecture: 'pavilion' as const }))
    expect(pavilion.room.walls.flatMap(({ id, windows }) => (windows.length > 0 ? [id] : []))).toEqual(['west'])
  })

  it('opens rooms of more than four corners too, and rooms that were drawn on each other', () => {
    const corners: [number, number][] = [
      [-7, 6],
      [-7, -6],
      [14, -6],
      [14, 1],
      [7, 1],
      [7, 6],
    ]
    expect(canBeWalked(add([bare(corneredPlan({ corners, height: 4, entrance: 5, title: 1 }))]))).toBe(true)
    const both = [rectangularPlan(square()), rectangularPlan(square())].map(bare)
    const rooms = add(both)
    const plans = layOut(rooms.map(({ plan }) => plan))
    expect(doorwaysOf(plans).filter((door) => door.leadsTo === 2)).toHaveLength(1)
  })
})

describe('closeDoorsTo', () => {
  it('walls up the doors to a room that goes, but leaves every room one', () => {
    const plans = planSuite([{ widthsCm: [100] }, { widthsCm: [100] }, { widthsCm: [100] }])
    const doorCounts = (some: Plan[]) => some.map(({ walls }) => walls.flatMap(({ doors }) => doors).length)
    expect(doorCounts(plans)).toEqual([2, 2, 1])
    expect(doorCounts(closeDoorsTo(plans, 1))).toEqual([1, 1])
    expect(doorCounts(closeDoorsTo(plans, 2))).toEqual([2, 1])
    expect(closeDoorsTo(plans, 2)[0]).toBe(plans[0])
  })
})
