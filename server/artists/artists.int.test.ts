import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { rightsUris } from '@/lib/contracts/rights'
import type { Viewer } from '@/server/accounts/viewer'
import { readArtwork } from '@/server/artworks/read-artwork'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import {
  changeCollection,
  deleteCollection,
  MOST_COLLECTIONS,
  makeCollection,
} from '@/server/collections/change-collection'
import { listCollections } from '@/server/collections/list-collections'
import { readCollection } from '@/server/collections/read-collection'
import { readShownCollection } from '@/server/collections/read-shown-collection'
import { removeEntry, setEntry } from '@/server/collections/set-entry'
import { changeHangings } from '@/server/desk/change-hangings'
import { listRoomDepot } from '@/server/desk/list-depot'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { openOwnRoom } from '@/server/exhibitions/open-own-room'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { exportAccount } from '@/server/export/export-account'
import { readZip } from '@/server/export/testing/read-zip'
import { setFollow } from '@/server/follows/set-follow'
import { db } from '@/server/platform/db'
import { beginUpload } from '@/server/uploads/begin-upload'
import { finishUpload } from '@/server/uploads/finish-upload'
import { putPart } from '@/server/uploads/put-part'
import { signBook } from '@/server/visitors-book/sign-book'
import { deleteOwnWork } from './delete-own-work'
import { editOwnLabel } from './edit-own-label'
import { listOwnWorks } from './own-works'
import { readArtistPage } from './read-artist-page'
import { setPage } from './set-page'
import { setShown } from './set-shown'

const statement = { en: 'I paint water.', zh: '我画水。' }

async function upload(artist: Viewer, red = 0) {
  const background = { r: red, g: 90, b: 120 }
  const bytes = await sharp({ create: { width: 100, height: 80, channels: 3, background } })
    .png()
    .toBuffer()
  const { id } = await beginUpload({ name: 'Lily pond.png', bytes: bytes.length }, artist)
  await putPart({ uploadId: id, part: 0, bytes }, artist)
  return finishUpload(id, { as: 'own', keepDuplicate: false }, artist)
}

test('a page is there once its artist opens it, and shows what everybody may see', async () => {
  const artist = await makePerson()
  const { artworkId } = await upload(artist)
  expect(await readArtistPage(artist.id, null)).toBeNull()
  expect(await readArtistPage(artist.id, artist)).toMatchObject({ works: [] })
  await setPage({ isOpen: true, statement }, artist)
  expect(await readArtistPage(artist.id, null)).toMatchObject({ name: 'Ada', statement, works: [], roomSlug: null })
  await setShown(artworkId, true, artist)
  expect((await readArtistPage(artist.id, null))?.works.map(({ id }) => id)).toEqual([artworkId])
  await setPage({ isOpen: false, statement }, artist)
  expect(await readArtistPage(artist.id, null)).toBeNull()
})

test.each([{ bannedAt: new Date() }, { hiddenAt: new Date() }, { isAnonymous: true, role: 'VISITOR' as const }])(
  'there is no page for %o',
  async (columns) => {
    const artist = await makePerson()
    await db.person.update({ where: { id: artist.id }, data: { pageOpenedAt: new Date(), ...columns } })
    expect(await readArtistPage(artist.id, null)).toBeNull()
  },
)

test('an uploaded work is private, has a label and a licence of its own, and is shown and taken back', async () => {
  const artist = await makePerson()
  const { artworkId } = await upload(artist, 1)
  expect(await upload(artist, 1)).toEqual({ artworkId, isDuplicate: true })
  expect(await readArtwork(artworkId, await makePerson('CURATOR'))).toBeNull()
  const changes = { titleEn: 'Pond', rights: rightsUris['cc-by'] }
  expect(await editOwnLabel(artworkId, { version: 1, changes }, artist)).toMatchObject({ version: 2, label: changes })
  const stale = editOwnLabel(artworkId, { version: 1, changes }, artist)
  await expect(stale).rejects.toMatchObject({ code: 'conflict' })
  await setShown(artworkId, true, artist)
  expect(await readArtwork(artworkId, null)).toMatchObject({ title: { en: 'Pond' }, rights: rightsUris['cc-by'] })
  const { roomId } = await makeExhibition()
  await db.$transaction((tx) => hangArtwork({ artworkId, roomId }, tx))
  await expect(setShown(artworkId, false, artist)).rejects.toMatchObject({ code: 'work_hangs' })
  await db.hanging.deleteMany({ where: { artworkId } })
  expect(await setShown(artworkId, false, artist)).toMatchObject({ isPublic: false })
  expect(await readArtwork(artworkId, null)).toBeNull()
})

test('one’s own room takes one’s own works alone, shows them to everybody, and is rearranged', async () => {
  const [artist, other] = [await makePerson(), await makePerson()]
  const { roomId, slug } = await openOwnRoom(artist)
  expect(await openOwnRoom(artist)).toEqual({ roomId, slug })
  expect(await readExhibition(slug, null)).toMatchObject({ ownerName: 'Ada', artistId: null })
  await setPage({ isOpen: true, statement }, artist)
  expect(await readExhibition(slug, null)).toMatchObject({ artistId: artist.id })
  const { artworkId } = await upload(artist, 9)
  const others = await makeArtwork({ ownerId: other.id })
  const place = { wall: 'north', along: 2, centreHeight: 1.5 }
  const hang = (id: string) => ({ hangingId: randomUUID(), artworkId: id, base: 0, place })
  const answer = await changeHangings({ roomId, changes: [hang(artworkId), hang(others)] }, artist)
  expect(answer.conflicts).toMatchObject([{ artworkId: others, reason: 'not_available' }])
  expect(await readArtwork(artworkId, null)).not.toBeNull()
  const [hanging] = answer.room.hangings
  const moved = { hangingId: hanging?.id ?? '', artworkId, base: 1, place: { ...place, along: 3 } }
  await changeHangings({ roomId, changes: [moved] }, artist)
  const seen = (await readExhibition(slug, null))?.rooms[0]?.hangings
  expect(seen).toMatchObject([{ artwork: { id: artworkId }, wall: 'north', along: 3 }])
  expect((await listRoomDepot({ roomId }, artist)).works.map(({ id }) => id)).toEqual([artworkId])
})

test('who is hidden by moderation opens no room beside it', async () => {
  const artist = await makePerson()
  await db.person.update({ where: { id: artist.id }, data: { hiddenAt: new Date() } })
  const { slug } = await openOwnRoom(artist)
  expect(await readExhibition(slug, null)).toBeNull()
})

test('nobody changes, shows or deletes works of others', async () => {
  const [artist, other] = [await makePerson(), await makePerson()]
  const { artworkId } = await upload(artist, 2)
  const acts = [
    () => editOwnLabel(artworkId, { version: 1, changes: { year: '1' } }, other),
    () => setShown(artworkId, true, other),
    () => deleteOwnWork(artworkId, other),
  ]
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'not_found' })
  await deleteOwnWork(artworkId, artist)
  expect((await listOwnWorks(artist)).works).toEqual([])
})

test('a series takes own works, a collection takes any by reference, each with a note', async () => {
  const [artist, other] = [await makePerson(), await makePerson()]
  const { artworkId: own } = await upload(artist, 3)
  const [others, secret] = [await makeArtwork({ ownerId: other.id }), await makeArtwork({ visibility: 'PRIVATE' })]
  const series = await makeCollection({ kind: 'SERIES', title: 'Water' }, artist)
  const kept = await makeCollection({ kind: 'COLLECTION', title: 'Light' }, artist)
  await setEntry({ collectionId: series.id, artworkId: own }, artist)
  await setEntry({ collectionId: kept.id, artworkId: others, note: 'The edge' }, artist)
  await setEntry({ collectionId: kept.id, artworkId: others }, artist)
  const refused = [
    () => setEntry({ collectionId: series.id, artworkId: others }, artist),
    () => setEntry({ collectionId: kept.id, artworkId: secret }, artist),
    () => setEntry({ collectionId: kept.id, artworkId: others }, other),
    () => readCollection(kept.id, other),
    () => deleteCollection(kept.id, other),
  ]
  for (const act of refused) await expect(act()).rejects.toMatchObject({ code: 'not_found' })
  expect((await readCollection(kept.id, artist)).entries.map(({ artwork, note }) => [artwork.id, note])).toEqual([
    [others, 'The edge'],
  ])
  const { collections } = await listCollections({ artwork: others }, artist)
  expect(collections.map(({ title, count, hasWork }) => [title, count, hasWork])).toEqual([
    ['Light', 1, true],
    ['Water', 1, false],
  ])

  await setPage({ isOpen: true, statement }, artist)
  await changeCollection(kept.id, { isPublic: true, text: 'Seen at noon' }, artist)
  await changeCollection(series.id, { isPublic: true }, artist)
  const shown = async () => (await readArtistPage(artist.id, null))?.collections.map(({ title }) => title)
  // The series' only work is private still.
  expect(await shown()).toEqual(['Light'])
  await setShown(own, true, artist)
  expect(await shown()).toEqual(['Light', 'Water'])
  await removeEntry({ collectionId: kept.id, artworkId: others }, artist)
  expect(await shown()).toEqual(['Water'])
  expect(await db.artwork.count({ where: { id: others } })).toBe(1)
})

test('a collection is begun with a work, or not at all', async () => {
  const [artist, other] = [await makePerson(), await makePerson()]
  const [seen, secret] = [await makeArtwork({ ownerId: other.id }), await makeArtwork({ visibility: 'PRIVATE' })]
  const begun = await makeCollection({ kind: 'COLLECTION', title: 'Light', artworkId: seen }, artist)
  expect(begun.entries.map(({ artwork }) => artwork.id)).toEqual([seen])
  const refused = [
    () => makeCollection({ kind: 'COLLECTION', title: 'Dark', artworkId: secret }, artist),
    () => makeCollection({ kind: 'SERIES', title: 'Dark', artworkId: seen }, artist),
  ]
  for (const act of refused) await expect(act()).rejects.toMatchObject({ code: 'not_found' })
  expect((await listCollections({}, artist)).collections.map(({ title }) => title)).toEqual(['Light'])
})

test('of many collections that are begun at once, no more are made than one may have', async () => {
  const artist = await makePerson()
  const kind = 'COLLECTION' as const
  const most = Array.from({ length: MOST_COLLECTIONS - 3 }, () => ({ ownerId: artist.id, kind, title: 'Light' }))
  await db.collection.createMany({ data: most })
  const tried = await Promise.allSettled(
    Array.from({ length: 10 }, () => makeCollection({ kind, title: 'Light' }, artist)),
  )
  const refusals = tried.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
  expect(refusals).toEqual(Array(7).fill('conflict'))
  expect(await db.collection.count({ where: { ownerId: artist.id } })).toBe(MOST_COLLECTIONS)
})

test('everything that is one’s own comes as a ZIP, with pictures, labels and JSON', async () => {
  const artist = await makePerson()
  const { artworkId } = await upload(artist, 4)
  await editOwnLabel(artworkId, { version: 1, changes: { titleEn: 'Pond, at "dawn"' } }, artist)
  const kept = await makeCollection({ kind: 'COLLECTION', title: 'Light' }, artist)
  await setEntry({ collectionId: kept.id, artworkId, note: 'mine' }, artist)
  const other = await makePerson()
  await setPage({ isOpen: true, statement }, other)
  await setFollow({ artistId: other.id }, true, artist)
  const show = await makeExhibition()
  await signBook(show.slug, { text: 'I was here', name: 'Ada' }, artist)
  const room = await openOwnRoom(artist)
  const zip = readZip(Buffer.from(await new Response(await exportAccount(artist)).arrayBuffer()))
  expect([...zip.keys()].sort()).toEqual([
    'account.json',
    'labels.csv',
    'portraits.json',
    'works.json',
    `works/${artworkId}.jpg`,
  ])
  const { fileSha256 } = (await db.artwork.findUniqueOrThrow({ where: { id: artworkId }, select: { picture: true } }))
    .picture
  const bytes = zip.get(`works/${artworkId}.jpg`) ?? Buffer.alloc(0)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(fileSha256)
  expect(zip.get('labels.csv')?.toString()).toContain('"Pond, at ""dawn"""')
  expect(JSON.parse(String(zip.get('works.json')))).toMatchObject([
    { id: artworkId, files: [`works/${artworkId}.jpg`] },
  ])
  expect(JSON.parse(String(zip.get('account.json')))).toMatchObject({
    email: artist.email,
    collections: [{ title: 'Light', entries: [{ note: 'mine' }] }],
    follows: [{ artistId: other.id, exhibition: null }],
    bookEntries: [{ text: 'I was here', exhibition: { slug: show.slug } }],
    ownRooms: [{ slug: room.slug, rooms: [{ hangings: [] }] }],
  })
})

test('a page shows the first works of its collections, and each collection whole, page by page', async () => {
  const [artist, other] = [await makePerson(), await makePerson()]
  await setPage({ isOpen: true, statement }, artist)
  const works = await Promise.all(Array.from({ length: 30 }, () => makeArtwork({ ownerId: other.id })))
  const secret = await makeArtwork({ ownerId: other.id, visibility: 'PRIVATE' })
  for (let n = 0; n < 14; n++) {
    const { id } = await makeCollection({ kind: 'COLLECTION', title: `Light ${n}` }, artist)
    await changeCollection(id, { isPublic: true }, artist)
    const held = n === 13 ? [...works, secret] : works.slice(0, 1)
    await db.collectionEntry.createMany({ data: held.map((artworkId) => ({ collectionId: id, artworkId })) })
  }
  const first = await readArtistPage(artist.id, null)
  const titles = first?.collections.map(({ title }) => title) ?? []
  expect([titles.length, titles[0], titles.at(-1)]).toEqual([12, 'Light 13', 'Light 2'])
  const large = first?.collections[0]
  // What cannot be seen is not counted either.
  expect([large?.entries.length, large?.count]).toEqual([8, 30])
  const second = await readArtistPage(artist.id, null, { collections: first?.nextCollections ?? '' })
  expect(second?.collections.map(({ title }) => title)).toEqual(['Light 1', 'Light 0'])
  expect(second?.nextCollections).toBeNull()

  const asked = { artistId: artist.id, collectionId: large?.id ?? '' }
  const one = await readShownCollection(asked, null)
  const two = await readShownCollection({ ...asked, cursor: one?.nextCursor ?? '' }, null)
  const ids = [one, two].flatMap((page) => page?.collection.entries.map(({ artwork }) => artwork.id) ?? [])
  expect([one?.collection.entries.length, two?.nextCursor]).toEqual([24, null])
  expect(ids.toSorted()).toEqual(works.toSorted())
  await changeCollection(asked.collectionId, { isPublic: false }, artist)
  expect(await readShownCollection(asked, artist)).toBeNull()
  await changeCollection(asked.collectionId, { isPublic: true }, artist)
  await setPage({ isOpen: false, statement }, artist)
  expect([await readShownCollection(asked, null), await readShownCollection(asked, other)]).toEqual([null, null])
  expect(await readShownCollection(asked, artist)).not.toBeNull()
})
