import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { rightsUris } from '@/lib/contracts/rights'
import { readArtwork } from '@/server/artworks/read-artwork'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { makeCollection } from '@/server/collections/change-collection'
import { setEntry } from '@/server/collections/set-entry'
import { changeHangings } from '@/server/desk/change-hangings'
import { listRoomDepot } from '@/server/desk/list-depot'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { openOwnRoom } from '@/server/exhibitions/open-own-room'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { exportAccount } from '@/server/export/export-account'
import { readZip } from '@/server/export/testing/read-zip'
import { setFollow } from '@/server/follows/set-follow'
import { db } from '@/server/platform/db'
import { signBook } from '@/server/visitors-book/sign-book'
import { deleteOwnWork } from './delete-own-work'
import { editOwnLabel } from './edit-own-label'
import { listOwnWorks } from './own-works'
import { readArtistPage } from './read-artist-page'
import { setPage } from './set-page'
import { setShown } from './set-shown'
import { uploadWork } from './testing/upload-work'

const statement = { en: 'I paint water.', zh: '我画水。' }

test('a page is there once its artist opens it, and shows what everybody may see', async () => {
  const artist = await makePerson()
  const { artworkId } = await uploadWork(artist)
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
  const { artworkId } = await uploadWork(artist, 1)
  expect(await uploadWork(artist, 1)).toEqual({ artworkId, isDuplicate: true })
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
  const { artworkId } = await uploadWork(artist, 9)
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
  const { artworkId } = await uploadWork(artist, 2)
  const acts = [
    () => editOwnLabel(artworkId, { version: 1, changes: { year: '1' } }, other),
    () => setShown(artworkId, true, other),
    () => deleteOwnWork(artworkId, other),
  ]
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'not_found' })
  await deleteOwnWork(artworkId, artist)
  expect((await listOwnWorks(artist)).works).toEqual([])
})

test('everything that is one’s own comes as a ZIP, with pictures, labels and JSON', async () => {
  const artist = await makePerson()
  const { artworkId } = await uploadWork(artist, 4)
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
