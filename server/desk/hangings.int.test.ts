import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { HangingChange } from '@/lib/contracts/desk-hanging'
import { roomBudget } from '@/lib/hanging/budget'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { db } from '@/server/platform/db'
import { changeHangings } from './change-hangings'
import { listRoomDepot } from './list-depot'
import { listTrail } from './list-trail'
import { seesAtDesk } from './sees-at-desk'

const at = (along: number, wall = 'east', centreHeight = 1.5) => ({ wall, along, centreHeight })
const hang = (artworkId: string, place = at(2)): HangingChange => ({
  hangingId: randomUUID(),
  artworkId,
  base: 0,
  place,
})

async function room(changes: Parameters<typeof makeExhibition>[0] = { status: 'DRAFT' }) {
  const show = await makeExhibition(changes)
  const curator = async (name: string) => {
    const viewer = { ...(await makePerson('CURATOR')), name }
    await db.person.update({ where: { id: viewer.id }, data: { name } })
    return viewer
  }
  return { ...show, ada: await curator('Ada'), ben: await curator('Ben') }
}

describe('hanging at the desk', () => {
  test('puts a work exactly where it was put, for the hall and the catalogue alike', async () => {
    const { roomId, slug, ada } = await room()
    const [left, right] = [await makeArtwork(), await makeArtwork()]
    const changes = [hang(right, at(4, 'east', 1.8)), hang(left, at(1.25))]
    const { room: view, conflicts } = await changeHangings({ roomId, changes }, ada)
    expect(conflicts).toEqual([])
    expect(view.hangings.map(({ artwork, along, centreHeight }) => [artwork.id, along, centreHeight])).toEqual([
      [left, 1.25, 1.5],
      [right, 4, 1.8],
    ])
    const shown = (await readExhibition(slug, ada))?.rooms[0]?.hangings
    expect(shown?.map(({ artwork, along }) => [artwork.id, along])).toEqual([
      [left, 1.25],
      [right, 4],
    ])
  })

  test('leaves the automatic layout what is left of the wall', async () => {
    const { roomId, ada } = await room()
    await changeHangings({ roomId, changes: [hang(await makeArtwork(), at(3))] }, ada)
    const artworkId = await makeArtwork()
    await db.$transaction((tx) => hangArtwork({ artworkId, roomId, wall: 'east' }, tx))
    const { room: view } = await changeHangings({ roomId, changes: [hang(await makeArtwork(), at(2, 'west'))] }, ada)
    expect(view.hangings.filter(({ wall }) => wall === 'east').map(({ along }) => along)).toContain(null)
  })

  test('sent twice is made once', async () => {
    const { id, roomId, ada } = await room()
    const change = hang(await makeArtwork())
    for (let times = 0; times < 2; times++) await changeHangings({ roomId, changes: [change] }, ada)
    const move = { ...change, base: 1, place: at(4) }
    for (let times = 0; times < 2; times++) {
      const { conflicts, room: view } = await changeHangings({ roomId, changes: [move] }, ada)
      expect([conflicts, view.hangings.length, view.hangings[0]?.version]).toEqual([[], 1, 2])
    }
    const down = { ...move, base: 2, place: null }
    for (let times = 0; times < 2; times++) {
      const { conflicts, room: view } = await changeHangings({ roomId, changes: [down] }, ada)
      expect([conflicts, view.hangings]).toEqual([[], []])
    }
    expect((await listTrail(id, ada)).entries).toHaveLength(3)
  })

  test('goes no further than the walls of the room', async () => {
    const { roomId, ada } = await room()
    const [good, bad] = [hang(await makeArtwork()), hang(await makeArtwork(), at(2, 'attic'))]
    const asked = changeHangings({ roomId, changes: [good, bad] }, ada)
    await expect(asked).rejects.toMatchObject({ code: 'invalid_request' })
    expect(await db.hanging.count({ where: { roomId } })).toBe(0)
  })
})

describe('two curators at one wall', () => {
  const told = (reason: string, by: string | null) => ({ conflicts: [{ reason, by }] })

  test('who move different works both get their way', async () => {
    const { roomId, ada, ben } = await room()
    const [one, two] = [hang(await makeArtwork(), at(1.5)), hang(await makeArtwork(), at(4))]
    await changeHangings({ roomId, changes: [one, two] }, ada)
    const moves = await Promise.all([
      changeHangings({ roomId, changes: [{ ...one, base: 1, place: at(2) }] }, ada),
      changeHangings({ roomId, changes: [{ ...two, base: 1, place: at(5) }] }, ben),
    ])
    expect(moves.flatMap(({ conflicts }) => conflicts)).toEqual([])
    const rows = await db.hanging.findMany({ where: { roomId }, orderBy: { along: 'asc' } })
    expect(rows.map(({ along }) => along)).toEqual([2, 5])
  })

  test('who move the same work: the second is told by whom, and nothing of the first is lost', async () => {
    const { roomId, ada, ben } = await room()
    const [one, two] = [hang(await makeArtwork(), at(1.5)), hang(await makeArtwork(), at(4))]
    await changeHangings({ roomId, changes: [one, two] }, ada)
    await changeHangings({ roomId, changes: [{ ...one, base: 1, place: at(2) }] }, ada)
    const changes = [
      { ...one, base: 1, place: at(3) },
      { ...two, base: 1, place: at(5) },
    ]
    const answer = await changeHangings({ roomId, changes }, ben)
    expect(answer).toMatchObject(told('moved', 'Ada'))
    expect(answer.room.hangings.map(({ along, version }) => [along, version])).toEqual([
      [2, 2],
      [5, 2],
    ])
  })

  test('of whom one moves what the other took down, or takes down what the other moved', async () => {
    const { roomId, ada, ben } = await room()
    const change = hang(await makeArtwork())
    await changeHangings({ roomId, changes: [change] }, ada)
    await changeHangings({ roomId, changes: [{ ...change, base: 1, place: at(4) }] }, ada)
    const late = await changeHangings({ roomId, changes: [{ ...change, base: 1, place: null }] }, ben)
    expect(late).toMatchObject(told('moved', 'Ada'))
    await changeHangings({ roomId, changes: [{ ...change, base: 2, place: null }] }, ada)
    const moved = await changeHangings({ roomId, changes: [{ ...change, base: 2, place: at(3) }] }, ben)
    expect(moved).toMatchObject(told('taken_down', 'Ada'))
    expect(moved.room.hangings).toEqual([])
  })

  test('who hang the same work at once: it hangs once', async () => {
    const { roomId, ada, ben } = await room()
    const artworkId = await makeArtwork()
    const answers = await Promise.all(
      [ada, ben].map((viewer) => changeHangings({ roomId, changes: [hang(artworkId)] }, viewer)),
    )
    expect(answers.flatMap(({ conflicts }) => conflicts)).toMatchObject([{ reason: 'hung_already' }])
    expect(await db.hanging.count({ where: { roomId } })).toBe(1)
  })
})

describe('what may be hung', () => {
  test('is public, the house’s, one’s own, or was accepted for this exhibition; the depot lists just that', async () => {
    const { id, roomId, ada, ben } = await room()
    const artist = await makePerson()
    const of = (ownerId: string | null) => makeArtwork({ ownerId, visibility: 'PRIVATE' })
    const works = {
      open: await makeArtwork(),
      house: await of(null),
      mine: await of(ada.id),
      accepted: await of(artist.id),
    }
    const not = { theirs: await of(artist.id), colleague: await of(ben.id), pending: await of(artist.id) }
    const accepted = { status: 'ACCEPTED' as const, decidedById: ada.id, decidedAt: new Date() }
    const offer = { exhibitionId: id, personId: artist.id }
    await db.submission.create({ data: { ...offer, artworkId: works.accepted, ...accepted } })
    await db.submission.create({ data: { ...offer, artworkId: not.pending } })
    const all = [...Object.values(works), ...Object.values(not)]
    const changes = all.map((artworkId, index) => hang(artworkId, at(index)))
    const { conflicts } = await changeHangings({ roomId, changes }, ada)
    expect(conflicts.map(({ artworkId }) => artworkId)).toEqual(Object.values(not))
    expect(conflicts.every(({ reason }) => reason === 'not_available')).toBe(true)
    const depot = (await listRoomDepot({ roomId }, ada)).works.map((work) => work.id)
    expect(all.filter((artworkId) => depot.includes(artworkId))).toEqual(Object.values(works))
    // Nothing of a draft is seen by all.
    expect(await db.artwork.count({ where: { id: { in: all }, visibility: 'PUBLIC' } })).toBe(1)
  })

  test('is seen, while it is private, by those at the desk of its exhibition, and by nobody else', async () => {
    const { id, roomId, ada } = await room()
    const [guest, other, artworkId] = [await makePerson('VISITOR'), await makePerson('VISITOR'), await makeArtwork()]
    await db.artwork.update({ where: { id: artworkId }, data: { ownerId: ada.id, visibility: 'PRIVATE' } })
    const { picture } = await db.artwork.findUniqueOrThrow({ where: { id: artworkId }, select: { picture: true } })
    const sees = (viewer: typeof guest) => seesAtDesk(picture.id, viewer)
    await db.exhibitionCurator.create({ data: { exhibitionId: id, personId: guest.id, role: 'ADVISER' } })
    expect([await sees(guest), await sees(other)]).toEqual([false, false])
    await db.hanging.create({ data: { roomId, artworkId, wall: 'east', slot: 0 } })
    expect([await sees(guest), await sees(ada), await sees(other)]).toEqual([true, true, false])
  })

  test('in an open exhibition is seen by all from that moment', async () => {
    const { roomId, slug, ada } = await room({ status: 'OPEN' })
    const artworkId = await makeArtwork({ visibility: 'PRIVATE' })
    await changeHangings({ roomId, changes: [hang(artworkId)] }, ada)
    const shown = (await readExhibition(slug, null))?.rooms[0]?.hangings
    expect(shown?.map(({ artwork }) => [artwork.id, artwork.picture.access])).toEqual([[artworkId, null]])
  })

  test('fits the budget of a room that is shown', async () => {
    const { roomId, ada } = await room({ status: 'OPEN' })
    for (let index = 0; index < roomBudget.works; index++) {
      const artworkId = await makeArtwork()
      await db.hanging.create({ data: { roomId, artworkId, wall: 'east', slot: index } })
    }
    const [present] = await db.hanging.findMany({ where: { roomId }, orderBy: { slot: 'asc' }, take: 1 })
    const move = { hangingId: present?.id ?? '', artworkId: present?.artworkId ?? '', base: 1, place: at(1) }
    const { conflicts } = await changeHangings({ roomId, changes: [hang(await makeArtwork()), move] }, ada)
    expect(conflicts).toMatchObject([{ reason: 'over_budget' }])
    expect(await db.hanging.count({ where: { roomId } })).toBe(roomBudget.works)
    expect(await db.hanging.findUnique({ where: { id: present?.id } })).toMatchObject({ along: 1, version: 2 })
  })

  test('is found in the depot by title or artist, page by page', async () => {
    const { roomId, ada } = await room()
    const words = randomUUID().slice(0, 8)
    const ids: string[] = []
    for (let index = 0; index < 45; index++) ids.unshift(await makeArtwork({ titleZh: `睡莲 ${words}` }))
    const first = await listRoomDepot({ roomId, q: words.toUpperCase() }, ada)
    const second = await listRoomDepot({ roomId, q: words, cursor: first.nextCursor ?? undefined }, ada)
    expect([...first.works, ...second.works].map((work) => work.id)).toEqual(ids)
    expect([first.works.length, second.nextCursor]).toEqual([40, null])
  })
})
