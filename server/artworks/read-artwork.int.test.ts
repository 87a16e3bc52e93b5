import { expect, test } from 'vitest'
import { announceChange } from '@/server/cache/announce-change'
import { changes } from '@/server/cache/changes'
import { cacheFigures } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { db } from '@/server/platform/db'
import { readArtwork } from './read-artwork'
import { makeArtwork, makeExhibition } from './testing/records'

const countsOf = () => cacheFigures().find(({ name }) => name === 'like-counts')

test('of a work that is not there no likes are asked for, nor kept', async () => {
  const before = countsOf()
  expect(await readArtwork('019a0000-0000-7000-8000-000000000001', null)).toBeNull()
  expect(countsOf()).toEqual(before)
  expect(await readArtwork(await makeArtwork(), null)).toMatchObject({ likeCount: 0 })
  expect(countsOf()?.fills).toBe((before?.fills ?? 0) + 1)
})

test('a work says where it hangs as soon as an exhibition is opened before its hour', async () => {
  const opensAt = new Date(Date.now() + 3_600_000)
  const show = await makeExhibition({ status: 'SCHEDULED', opensAt })
  const artworkId = await makeArtwork()
  await db.$transaction((tx) => hangArtwork({ artworkId, roomId: show.roomId }, tx))
  await expect.poll(() => changes.isListening && changes.held.size === 0, { timeout: 20_000 }).toBe(true)
  expect(await readArtwork(artworkId, null)).toMatchObject({ hangsIn: [] })
  await db.exhibition.update({ where: { id: show.id }, data: { status: 'OPEN', opensAt: new Date() } })
  await announceChange(db, [tags.exhibitions, tags.exhibition(show.id)])
  expect(await readArtwork(artworkId, null)).toMatchObject({ hangsIn: [{ slug: show.slug }] })
})
