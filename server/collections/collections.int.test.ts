import { expect, test } from 'vitest'
import { readArtistPage } from '@/server/artists/read-artist-page'
import { setPage } from '@/server/artists/set-page'
import { setShown } from '@/server/artists/set-shown'
import { uploadWork } from '@/server/artists/testing/upload-work'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { changeCollection, deleteCollection, MOST_COLLECTIONS, makeCollection } from './change-collection'
import { listCollections } from './list-collections'
import { readCollection } from './read-collection'
import { readShownCollection } from './read-shown-collection'
import { removeEntry, setEntry } from './set-entry'

const statement = { en: 'I paint water.', zh: '我画水。' }

test('a series takes own works, a collection takes any by reference, each with a note', async () => {
  const [artist, other] = [await makePerson(), await makePerson()]
  const { artworkId: own } = await uploadWork(artist, 3)
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
