import { expect, test } from 'vitest'
import { mostSeen } from '@/lib/contracts/presence'
import { divide } from './divide'
import { Floor } from './floor'
import { type Group, newsOf } from './group'
import { type Guest, stand } from './guest'

/** Two gallery rooms of 10 m side by side. */
const plan = {
  exhibitionId: 'e',
  works: new Map<string, number>(),
  roomAt: (x: number, z: number) => (z < 0 || z > 1_000 || x < 0 || x > 2_000 ? -1 : x < 1_000 ? 0 : 1),
  isWithin: () => true,
}
let made = 0
const rooms = new Map<string, Set<string>>()
function come(floor: Floor, x: number, z: number, isGuide = false): Guest {
  const id = `guest-${made++}`
  const joined = new Set<string>()
  rooms.set(id, joined)
  const listener = { id, join: (room: string) => joined.add(room), leave: (room: string) => joined.delete(room) }
  const guest: Guest = {
    ...{ id, name: '', isGuide, listener, process: null, x: 0, z: 0, yaw: 0, room: 0, group: null },
    ...{ hasMoved: false, toldIn: 0, hasMovedForOthers: false },
  }
  stand(guest, [x, z, 0])
  floor.enterRoom(guest)
  floor.add(guest)
  return guest
}
const groupOf = (guest: Guest) => guest.group as Group
function regroup(floor: Floor, now = 0) {
  for (const _group of floor.regroup(now));
}
const spot = (index: number) => [(index * 37) % 2_000, (index * 91) % 1_000] as const

test('a few people all hear each other, through doorways too', () => {
  const floor = new Floor(plan)
  const guests = Array.from({ length: mostSeen }, (_, index) => come(floor, ...spot(index)))
  regroup(floor)
  expect(floor.groups.size).toBe(1)
  for (const guest of guests) expect([...groupOf(guest).seen]).toEqual(guests)
})

test('a crowd is divided: everybody hears one group, of one gallery room, and sees the nearest few dozen', () => {
  const floor = new Floor(plan)
  const guests = Array.from({ length: 3_000 }, (_, index) => come(floor, ...spot(index)))
  regroup(floor)
  for (const guest of guests) {
    const group = groupOf(guest)
    expect([...(rooms.get(guest.id) ?? [])]).toEqual([group.channel])
    expect(group.seen.has(guest)).toBe(true)
  }
  for (const { seen, listeners } of floor.groups.values()) {
    expect(seen.size).toBe(mostSeen)
    expect(new Set(listeners.map(({ room }) => room)).size).toBe(1)
    // 3,000 people on 200 square metres: forty of them fill less than a circle of 3 m.
    const [first] = listeners as [Guest, ...Guest[]]
    expect(Math.max(...[...seen].map(({ x, z }) => Math.hypot(x - first.x, z - first.z)))).toBeLessThan(600)
  }
})

test('a guide is seen by everybody, however far away', () => {
  const floor = new Floor(plan)
  const guide = come(floor, 10, 10, true)
  const guests = Array.from({ length: 500 }, () => come(floor, 1_900, 900))
  regroup(floor)
  for (const guest of guests) expect(groupOf(guest).seen.has(guide)).toBe(true)
})

test('people on one spot are divided too', () => {
  const cells = divide(
    Array.from({ length: 1_000 }, (_, id) => ({ id, x: 5, z: 5 })),
    32,
  )
  expect(Math.max(...cells.map(({ people }) => people.length))).toBeLessThanOrEqual(32)
  expect(new Set(cells.flatMap(({ people }) => people.map(({ id }) => id))).size).toBe(1_000)
  expect(new Set(cells.map(({ name }) => name)).size).toBe(cells.length)
})

test('news tell of those who came, moved and went, once', () => {
  const floor = new Floor(plan)
  const [first, second] = [come(floor, 100, 100), come(floor, 200, 100)]
  regroup(floor)
  const group = groupOf(first)
  expect(newsOf(group, 1)?.here.map(([id]) => id)).toEqual([first.id, second.id])
  expect(newsOf(group, 2)).toBeNull()
  stand(second, [300, 100, 5])
  second.toldIn = 3
  expect(newsOf(group, 3)).toEqual({ here: [], moved: [[second.id, 300, 100, 5]], gone: [] })
  floor.remove(second)
  regroup(floor, 10)
  expect(newsOf(group, 4)).toEqual({ here: [], moved: [], gone: [second.id] })
})

test('somebody in a doorway still belongs to the gallery room they came from', () => {
  const floor = new Floor(plan)
  const guest = come(floor, 1_500, 500)
  stand(guest, [1_500, -40, 0])
  floor.enterRoom(guest)
  expect(guest.room).toBe(1)
})
