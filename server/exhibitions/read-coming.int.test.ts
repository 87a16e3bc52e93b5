import { expect, test } from 'vitest'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { readComing } from './read-coming'
import { readExhibition } from './read-exhibition'

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

test('an announced exhibition is known by its words and its hour, and by none of its works', async () => {
  const opensAt = inHours(5)
  const { slug, roomId } = await makeExhibition({ status: 'SCHEDULED', opensAt })
  const artworkId = await makeArtwork()
  await db.hanging.create({ data: { roomId, artworkId, wall: 'north', slot: 0 } })
  expect(await readExhibition(slug, null)).toBeNull()
  expect(await readComing(slug)).toEqual({
    slug,
    title: { en: 'Show', zh: '展览' },
    text: { en: '', zh: '' },
    opensAt: opensAt.toISOString(),
  })
})

test.each([
  ['a draft', { status: 'DRAFT' as const, kind: 'EXHIBITION' as const, opensAt: inHours(5) }],
  ['one that is open', { status: 'OPEN' as const, kind: 'EXHIBITION' as const, opensAt: inHours(-5) }],
  ['one whose hour has come', { status: 'SCHEDULED' as const, kind: 'EXHIBITION' as const, opensAt: inHours(-5) }],
  ['somebody’s own room', { status: 'SCHEDULED' as const, kind: 'OWN_ROOM' as const, opensAt: inHours(5) }],
])('%s is not announced', async (_what, state) => {
  const owner = state.kind === 'OWN_ROOM' ? await makePerson() : null
  const { slug } = await makeExhibition({ ...state, ownerId: owner?.id })
  expect(await readComing(slug)).toBeNull()
})

test('an opening that is called off is announced no more', async () => {
  const { id, slug } = await makeExhibition({ status: 'SCHEDULED', opensAt: inHours(5) })
  expect(await readComing(slug)).not.toBeNull()
  await db.$transaction(async (tx) => {
    await tx.exhibition.update({ where: { id }, data: { status: 'DRAFT' } })
    await announceChange(tx, [tags.exhibition(id)], { isGone: true })
  })
  expect(await readComing(slug)).toBeNull()
})
