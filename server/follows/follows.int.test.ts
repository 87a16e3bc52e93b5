import { expect, test } from 'vitest'
import { adoptGuest } from '@/server/accounts/adopt-guest'
import type { Viewer } from '@/server/accounts/viewer'
import { setPage } from '@/server/artists/set-page'
import { setShown } from '@/server/artists/set-shown'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { listNotices } from '@/server/notices/list-notices'
import { tellClosings } from '@/server/notices/tell-closings'
import { tellNewWorks } from '@/server/notices/tell-new-works'
import { tellOpenings } from '@/server/notices/tell-openings'
import { setNoticeWishes } from '@/server/notices/wishes'
import { db } from '@/server/platform/db'
import { listFollowing } from './list-following'
import { readFollow } from './read-follow'
import { setFollow } from './set-follow'

const hours = (count: number) => new Date(Date.now() + count * 3_600_000)

async function makeArtist(): Promise<Viewer> {
  const artist = await makePerson()
  await setPage({ isOpen: true, statement: { en: '', zh: '' } }, artist)
  return artist
}

const follow = (artist: Viewer, by: Viewer) => setFollow({ artistId: artist.id }, true, by)
const told = async ({ id }: Viewer) => (await listNotices(id)).notices.map(({ content }) => content)

async function countsAreTrue(id: string) {
  const [rows, artist] = await Promise.all([
    db.follow.count({ where: { artistId: id } }),
    db.person.findUniqueOrThrow({ where: { id } }),
  ])
  expect(artist.followerCount).toBe(rows)
  return rows
}

test('many follow and let go at once, some of them twice, and the count is exact', async () => {
  const artist = await makeArtist()
  const people = await Promise.all(Array.from({ length: 8 }, () => makePerson('GUEST')))
  await Promise.all(people.flatMap((person) => [follow(artist, person), follow(artist, person)]))
  expect(await countsAreTrue(artist.id)).toBe(8)
  const letGo = (person: Viewer) => setFollow({ artistId: artist.id }, false, person)
  await Promise.all(people.slice(0, 3).flatMap((person) => [letGo(person), letGo(person)]))
  expect(await countsAreTrue(artist.id)).toBe(5)
  expect(await readFollow({ artistId: artist.id }, people[0] ?? null)).toEqual({ isFollowing: false, count: 5 })
  expect(await readFollow({ artistId: artist.id }, people[7] ?? null)).toEqual({ isFollowing: true, count: 5 })
})

test('nobody follows themselves, a closed page, a draft, a room of one’s own, or what is not there', async () => {
  const [artist, closed, person] = [await makeArtist(), await makePerson(), await makePerson()]
  await expect(follow(artist, artist)).rejects.toMatchObject({ code: 'forbidden' })
  const [draft, room] = [
    await makeExhibition({ status: 'DRAFT' }),
    await makeExhibition({ kind: 'OWN_ROOM', ownerId: artist.id }),
  ]
  for (const what of [
    { artistId: closed.id },
    { artistId: 'x' },
    { slug: draft.slug },
    { slug: room.slug },
    { slug: 'no-such-show' },
  ]) {
    await expect(setFollow(what, true, person)).rejects.toMatchObject({ code: 'not_found' })
    await expect(readFollow(what, person)).rejects.toMatchObject({ code: 'not_found' })
  }
})

test('what one follows comes in pages, the latest first, and what has closed can be let go', async () => {
  const person = await makePerson()
  const artists: Viewer[] = []
  for (let index = 0; index < 26; index++) artists.push(await makeArtist())
  for (const artist of artists) await follow(artist, person)
  const show = await makeExhibition()
  await setFollow({ slug: show.slug }, true, person)
  const [newest] = artists.slice(-1)
  if (!newest) throw new Error('artists')
  await makeArtwork({ ownerId: newest.id })
  const first = await listFollowing(person.id)
  expect(first).toMatchObject({ total: 27, followed: { length: 24 } })
  expect(first.followed[0]).toMatchObject({ kind: 'exhibition', slug: show.slug, status: 'OPEN' })
  expect(first.followed[1]).toMatchObject({ kind: 'artist', artistId: newest.id, name: 'Ada', workCount: 1 })
  const second = await listFollowing(person.id, first.nextCursor ?? '')
  expect([second.followed.length, second.nextCursor]).toEqual([3, null])
  expect(new Set([...first.followed, ...second.followed].map(({ id }) => id)).size).toBe(27)

  await setPage({ isOpen: false, statement: { en: '', zh: '' } }, newest)
  await db.exhibition.update({ where: { id: show.id }, data: { status: 'DRAFT' } })
  const { followed } = await listFollowing(person.id)
  expect(followed[0]).toMatchObject({ status: null, picture: null })
  expect(followed[1]).toMatchObject({ name: null, picture: null, workCount: 0 })
  expect(await setFollow({ artistId: newest.id }, false, person)).toEqual({ isFollowing: false, count: 0 })
  await setFollow({ slug: show.slug }, false, person)
  expect((await listFollowing(person.id)).total).toBe(25)
})

test('followers hear of works that are shown for the first time, once, and of many within an hour together', async () => {
  await db.artwork.updateMany({ data: { shownToldAt: new Date() } })
  const [artist, follower, other] = [await makeArtist(), await makePerson('GUEST'), await makePerson()]
  await follow(artist, follower)
  const show = async (titleEn: string) => {
    const id = await makeArtwork({ ownerId: artist.id, titleEn, visibility: 'PRIVATE' })
    await setShown(id, true, artist)
    return id
  }
  const first = await show('First')
  await Promise.all([tellNewWorks(), tellNewWorks()])
  const artistView = { id: artist.id, name: 'Ada', hasPage: true }
  const ofFirst = { kind: 'artist-showed', artist: artistView, count: 1, work: { id: first, title: { en: 'First' } } }
  expect(await told(follower)).toMatchObject([ofFirst])
  await setShown(first, false, artist)
  await setShown(first, true, artist)
  await show('Second')
  const third = await show('Third')
  await tellNewWorks(hours(0.5))
  expect(await told(follower)).toHaveLength(1)
  await tellNewWorks(hours(1.1))
  expect((await told(follower))[0]).toMatchObject({ kind: 'artist-showed', count: 2, work: { id: third } })
  await tellNewWorks(hours(3))
  expect([(await told(follower)).length, (await told(artist)).length, (await told(other)).length]).toEqual([2, 0, 0])
})

test('nobody hears of works of those who are hidden or banned', async () => {
  const [artist, follower] = [await makeArtist(), await makePerson()]
  await follow(artist, follower)
  await makeArtwork({ ownerId: artist.id })
  await db.person.update({ where: { id: artist.id }, data: { bannedAt: new Date() } })
  await tellNewWorks()
  expect(await told(follower)).toEqual([])
})

test('followers hear of an opening and of a closing once each, though they want to hear of all openings', async () => {
  await db.exhibition.updateMany({ data: { openingToldAt: new Date() } })
  const [follower, banned] = [await makePerson(), await makePerson()]
  const [opensAt, closesAt] = [hours(1), hours(24 * 10)]
  const show = await makeExhibition({ status: 'SCHEDULED', opensAt, closesAt })
  for (const person of [follower, banned]) await setFollow({ slug: show.slug }, true, person)
  await setNoticeWishes({ wantsMail: true, wantsOpenings: true }, follower)
  await db.person.update({ where: { id: banned.id }, data: { bannedAt: new Date() } })
  await tellOpenings(hours(2))
  await tellClosings(hours(24 * 6))
  const exhibition = { slug: show.slug, title: { en: 'Show', zh: '展览' } }
  const opened = { kind: 'exhibition-opened', exhibition, isArtist: false }
  expect(await told(follower)).toEqual([opened])
  await Promise.all([tellClosings(hours(24 * 8)), tellClosings(hours(24 * 8))])
  const closing = { kind: 'exhibition-closing', exhibition, closesAt: closesAt.toISOString() }
  expect(await told(follower)).toEqual([closing, opened])
  const later = hours(24 * 12)
  await db.exhibition.update({ where: { id: show.id }, data: { closesAt: later } })
  await tellClosings(hours(24 * 10))
  expect((await told(follower))[0]).toMatchObject({ closesAt: later.toISOString() })
  expect(await told(banned)).toEqual([])
})

test('what a guest follows goes along when they become a person, and counts once', async () => {
  const [artist, both, guest] = [await makeArtist(), await makeArtist(), await makePerson('GUEST')]
  const person = await makeArtist()
  for (const each of [artist, both, person]) await follow(each, guest)
  await follow(both, person)
  await db.$transaction((tx) => adoptGuest(guest.id, person.id, tx))
  const { followed } = await listFollowing(person.id)
  const ids = followed.map((each) => (each.kind === 'artist' ? each.artistId : each.slug))
  expect(ids.toSorted()).toEqual([artist.id, both.id].toSorted())
  for (const [{ id }, count] of [
    [artist, 1],
    [both, 1],
    [person, 0],
  ] as const)
    expect(await countsAreTrue(id)).toBe(count)
})
