import { beforeAll, describe, expect, test } from 'vitest'
import { adoptGuest } from '@/server/accounts/adopt-guest'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { gatherAccount } from '@/server/export/gather-account'
import { db } from '@/server/platform/db'
import { listFavourites } from './list-favourites'
import { noteFavourite } from './note-favourite'
import { readFavouriteNote } from './read-favourite-note'
import { readMarks } from './read-marks'
import { setFavourite } from './set-favourite'
import { setLike } from './set-like'

const countOf = async (id: string) => (await db.artwork.findUniqueOrThrow({ where: { id } })).likeCount

describe('likes', () => {
  test('are counted once however often they are set, and taken back once', async () => {
    const artworkId = await makeArtwork()
    const { id: personId } = await makePerson('GUEST')
    const like = { personId, artworkId, liked: true }
    expect(await setLike(like)).toEqual({ liked: true, count: 1 })
    expect(await setLike(like)).toEqual({ liked: true, count: 1 })
    expect(await setLike({ ...like, liked: false })).toEqual({ liked: false, count: 0 })
    expect(await setLike({ ...like, liked: false })).toEqual({ liked: false, count: 0 })
    expect(await countOf(artworkId)).toBe(0)
  })

  test("of a private work of somebody else are not found, of one's own they count", async () => {
    const owner = await makePerson()
    const stranger = await makePerson()
    const artworkId = await makeArtwork({ ownerId: owner.id, visibility: 'PRIVATE' })
    await expect(setLike({ personId: stranger.id, artworkId, liked: true })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await db.like.count({ where: { artworkId } })).toBe(0)
    expect(await setLike({ personId: owner.id, artworkId, liked: true })).toEqual({ liked: true, count: 1 })
  })

  test('of a person who is gone are refused', async () => {
    const wish = { personId: crypto.randomUUID(), artworkId: await makeArtwork(), liked: true }
    await expect(setLike(wish)).rejects.toMatchObject({ code: 'session_expired' })
  })

  test('of 200 people at once, liking and unliking one work, end exact and never pass below zero', async () => {
    const artworkId = await makeArtwork()
    const people = await Promise.all(Array.from({ length: 200 }, () => makePerson('GUEST')))
    const counts: number[] = []
    const ask = async (personId: string, liked: boolean) => {
      counts.push((await setLike({ personId, artworkId, liked })).count)
    }
    // Each asks twice at once in each direction, so that repeats race too; every third keeps the like in the end.
    await Promise.all(
      people.map(async ({ id }, index) => {
        await Promise.all([ask(id, true), ask(id, true)])
        if (index % 3 !== 0) await Promise.all([ask(id, false), ask(id, false)])
      }),
    )
    expect(await countOf(artworkId)).toBe(67)
    expect(await db.like.count({ where: { artworkId } })).toBe(67)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(0)
  })
})

describe('favourites', () => {
  let personId: string
  const kept: string[] = []

  beforeAll(async () => {
    personId = (await makePerson()).id
    for (let index = 0; index < 30; index++) kept.unshift(await makeArtwork())
    for (const artworkId of kept.toReversed()) await setFavourite({ personId, artworkId, kept: true })
  })

  test('are listed newest first, page by page, each once', async () => {
    const first = await listFavourites(personId)
    expect(first.favourites).toHaveLength(24)
    const second = await listFavourites(personId, first.nextCursor ?? '')
    expect(second.nextCursor).toBeNull()
    expect([...first.favourites, ...second.favourites].map(({ artwork }) => artwork.id)).toEqual(kept)
  })

  test('leave out what its owner made private again', async () => {
    const owner = await makePerson()
    const artworkId = await makeArtwork({ ownerId: owner.id })
    const visitor = await makePerson('GUEST')
    await setFavourite({ personId: visitor.id, artworkId, kept: true })
    await db.artwork.update({ where: { id: artworkId }, data: { visibility: 'PRIVATE' } })
    expect((await listFavourites(visitor.id)).favourites).toEqual([])
  })

  test('carry a note that is their person’s alone, and goes with the favourite', async () => {
    const [one, other] = [await makePerson(), await makePerson('GUEST')]
    const artworkId = await makeArtwork()
    const noteOf = async ({ id }: { id: string }) => (await listFavourites(id)).favourites.map(({ note }) => note)
    await expect(noteFavourite({ personId: one.id, artworkId, note: 'x' })).rejects.toMatchObject({ code: 'not_found' })
    for (const { id } of [one, other]) await setFavourite({ personId: id, artworkId, kept: true })
    await noteFavourite({ personId: one.id, artworkId, note: 'The light at the edge' })
    expect([await noteOf(one), await noteOf(other)]).toEqual([['The light at the edge'], ['']])
    const readBy = async ({ id }: { id: string }) => (await readFavouriteNote({ personId: id, artworkId })).note
    expect([await readBy(one), await readBy(other)]).toEqual(['The light at the edge', ''])
    expect((await gatherAccount(one.id)).favourites).toMatchObject([{ artworkId, note: 'The light at the edge' }])
    await setFavourite({ personId: one.id, artworkId, kept: true })
    expect(await noteOf(one)).toEqual(['The light at the edge'])
    await db.person.delete({ where: { id: one.id } })
    expect(await db.favourite.findMany({ where: { artworkId } })).toMatchObject([{ personId: other.id, note: '' }])
  })

  test('of a guest bring their notes along, where the person noted nothing', async () => {
    const [guest, person] = [await makePerson('GUEST'), await makePerson()]
    const works = await Promise.all([makeArtwork(), makeArtwork(), makeArtwork()])
    const [both, noted, alone] = works
    if (!both || !noted || !alone) throw new Error('three works')
    for (const artworkId of works) {
      await setFavourite({ personId: guest.id, artworkId, kept: true })
      await noteFavourite({ personId: guest.id, artworkId, note: 'guest' })
    }
    for (const artworkId of [both, noted]) await setFavourite({ personId: person.id, artworkId, kept: true })
    await noteFavourite({ personId: person.id, artworkId: noted, note: 'person' })
    await db.$transaction((tx) => adoptGuest(guest.id, person.id, tx))
    const notes = (await listFavourites(person.id)).favourites.map(({ artwork, note }) => [artwork.id, note])
    expect(Object.fromEntries(notes)).toEqual({ [both]: 'guest', [noted]: 'person', [alone]: 'guest' })
  })

  test('refuse a cursor that is not ours', async () => {
    await expect(listFavourites(personId, 'x')).rejects.toMatchObject({ code: 'invalid_request' })
  })

  test('and likes are told as marks, to nobody but the person', async () => {
    const [artworkId = ''] = kept
    await setLike({ personId, artworkId, liked: true })
    expect(await readMarks(personId, kept)).toEqual({ liked: [artworkId], kept: expect.arrayContaining(kept) })
    expect(await readMarks(null, kept)).toEqual({ liked: [], kept: [] })
  })
})
