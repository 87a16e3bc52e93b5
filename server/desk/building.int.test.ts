import { describe, expect, test } from 'vitest'
import type { DeskExhibition } from '@/lib/contracts/desk'
import { doorwaysOf } from '@/lib/hanging/obstacles'
import { makeArtwork } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { addRoom } from './add-room'
import { changeRoom } from './change-room'
import { readDeskExhibition } from './read-exhibition'
import { rebuildRooms } from './rebuild-rooms'
import { removeRoom } from './remove-room'
import { draft, slot } from './testing/draft'

const named = (name: string) => ({ nameEn: name, nameZh: name })
const closedDoors = ({ rooms }: DeskExhibition) =>
  doorwaysOf(rooms.map(({ plan }) => plan)).filter(({ leadsTo }) => leadsTo === null).length
const area = (room: DeskExhibition['rooms'][number] | undefined) => (room?.width ?? 0) * (room?.depth ?? 0)

/** Three rooms, the works of the first not all where the house would put them. */
async function house() {
  const { curator, id, roomId } = await draft()
  const wish = { id, architecture: 'white-cube' as const, places: 6 }
  await addRoom({ ...wish, ...named('Two') }, curator)
  const { rooms } = await addRoom({ ...wish, ...named('Three') }, curator)
  const works = await Promise.all([1, 2, 3].map(() => makeArtwork()))
  for (const [index, work] of works.entries()) await slot(roomId, work, index + 1)
  const byHand = { along: 2, centreHeight: 1.7 }
  await db.hanging.updateMany({ where: { roomId, artworkId: works[0] }, data: { ...byHand, wall: 'north' } })
  return { curator, id, roomId, rooms, exhibition: await readDeskExhibition(id, curator) }
}

describe('rooms that are added', () => {
  test('open from the ones before, and are as large as the works they are for', async () => {
    const { curator, id } = await draft()
    const wish = { id, architecture: 'loft' as const, wallColour: '#7a2f2b' }
    const small = await addRoom({ ...wish, ...named('Two'), places: 3 }, curator)
    const both = await addRoom({ ...wish, ...named('Three'), places: 24 }, curator)
    expect([closedDoors(small), closedDoors(both)]).toEqual([1, 1])
    expect(area(both.rooms[2])).toBeGreaterThan(2 * area(both.rooms[1]))
    expect(both.rooms[2]?.plan).toMatchObject({ architecture: 'loft', wallColour: '#7a2f2b' })
  })

  test('and removed at the same time as others leave a house that can be read', async () => {
    const { curator, id, rooms } = await house()
    const wish = { id, architecture: 'salon' as const, width: 9, depth: 7, height: 5 }
    const all = [1, 2, 3, 4].map((n) => addRoom({ ...wish, ...named(`More ${n}`) }, curator))
    await Promise.all([...all, removeRoom({ id: rooms[1]?.id ?? '' }, curator)])
    expect((await readDeskExhibition(id, curator)).rooms).toHaveLength(6)
  })
})

describe('a room that is removed', () => {
  test('leaves no door behind that leads nowhere', async () => {
    const { curator, exhibition } = await house()
    expect(closedDoors(exhibition)).toBe(1)
    expect(closedDoors(await removeRoom({ id: exhibition.rooms[2]?.id ?? '' }, curator))).toBe(1)
  })
})

describe('a room', () => {
  test('is painted, and keeps the colour that somebody else gave it meanwhile', async () => {
    const { curator, roomId, exhibition } = await house()
    const names = { nameEn: exhibition.rooms[0]?.name.en ?? '', nameZh: exhibition.rooms[0]?.name.zh ?? '' }
    const paint = (from: string | null, to: string | null) =>
      changeRoom({ id: roomId, from: { ...names, wallColour: from }, to: { ...names, wallColour: to } }, curator)
    expect((await paint(null, '#31463c')).rooms[0]?.plan.wallColour).toBe('#31463c')
    await expect(paint(null, '#ffffff')).rejects.toMatchObject({ code: 'conflict' })
    // Pages of the release before do not speak of colours, and change none.
    const renamed = await changeRoom({ id: roomId, from: names, to: named('Foyer') }, curator)
    expect(renamed.rooms[0]).toMatchObject({ name: { en: 'Foyer' }, plan: { wallColour: '#31463c' } })
    const back = changeRoom(
      { id: roomId, from: { ...named('Foyer'), wallColour: '#31463c' }, to: { ...names, wallColour: null } },
      curator,
    )
    expect((await back).rooms[0]?.plan.wallColour).toBeUndefined()
  })
})

describe('a building', () => {
  test('is built to the measure of its works, which keep their rooms and their order', async () => {
    const { curator, id, exhibition } = await house()
    expect(exhibition.rooms[0]).toMatchObject({ placedByHand: 1, workCount: 4 })
    const wishes = exhibition.rooms.map((room, at) => ({
      id: room.id,
      architecture: 'salon' as const,
      places: at * 10,
    }))
    const built = await rebuildRooms({ id, rooms: wishes }, curator)
    expect(built.works.map((work) => work.id)).toEqual(exhibition.works.map((work) => work.id))
    expect(built.problems).toEqual([])
    expect(built.rooms.map((room) => [room.architecture, room.placedByHand])).toEqual(Array(3).fill(['salon', 0]))
    expect(area(built.rooms[2])).toBeGreaterThan(area(built.rooms[1]))
    expect(closedDoors(built)).toBe(1)
    const hangings = await db.hanging.findMany({ where: { room: { exhibitionId: id } } })
    expect(hangings.map(({ version, changedById }) => [version, changedById])).toEqual(Array(4).fill([2, curator.id]))
  })

  test('is not built when its rooms are not the ones that were seen, or are too large, and stays as it was', async () => {
    const { curator, id, exhibition } = await house()
    const wishes = exhibition.rooms.map((room) => ({ id: room.id, architecture: 'loft' as const, places: 4 }))
    const other = rebuildRooms({ id, rooms: wishes.toReversed() }, curator)
    await expect(other).rejects.toMatchObject({ code: 'conflict' })
    for (let more = 0; more < 25; more++) {
      const room = { ...named(`${more}`), exhibitionId: id, position: 10 + more, plan: exhibition.rooms[0]?.plan ?? {} }
      const { id: roomId } = await db.room.create({ data: room })
      wishes.push({ id: roomId, architecture: 'loft', places: 48 })
    }
    const large = rebuildRooms({ id, rooms: wishes.map((wish) => ({ ...wish, places: 48 })) }, curator)
    await expect(large).rejects.toMatchObject({ code: 'building_too_large' })
    const { rooms } = await readDeskExhibition(id, curator)
    expect(rooms.slice(0, 3)).toEqual(exhibition.rooms)
  })
})
