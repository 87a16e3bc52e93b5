import { describe, expect, test } from 'vitest'
import { roomBudget } from '@/lib/hanging/budget'
import { isVisibleTo } from '@/server/artworks/is-visible-to'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { changes } from '@/server/cache/changes'
import { tags } from '@/server/cache/tags'
import { listOpenExhibitions } from '@/server/exhibitions/list-open-exhibitions'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { db } from '@/server/platform/db'
import { changeExhibition } from './change-exhibition'
import { createExhibition } from './create-exhibition'
import { discardExhibition } from './discard-exhibition'
import { keepHours } from './keep-hours'
import { listDeskExhibitions } from './list-exhibitions'
import { listTrail } from './list-trail'
import { readDeskExhibition } from './read-exhibition'
import { setExhibitionStatus } from './set-status'
import { draft, slot } from './testing/draft'

const hour = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()
const isPublic = (id: string) => db.artwork.count({ where: { id, ...isVisibleTo(null) } })

describe('an exhibition begins', () => {
  test('with the rooms of its template, led by who made it, seen by nobody else', async () => {
    const curator = await makePerson('CURATOR')
    const from = { template: 'enfilade' as const }
    const { id } = await createExhibition({ titleEn: 'Light & Air', titleZh: '光与风', from }, curator)
    const view = await readDeskExhibition(id, curator)
    expect(view).toMatchObject({ status: 'DRAFT', myRole: 'LEAD', curators: [{ personId: curator.id, role: 'LEAD' }] })
    expect(view.rooms.map(({ name }) => name.en)).toEqual(['Entrance', 'Great hall', 'Cabinet'])
    expect(view.fields.slug).toMatch(/^light-air-[0-9a-f]{6}$/)
    expect(view.problems.map(({ code }) => code)).toEqual(['no_work'])
    expect(await readExhibition(view.fields.slug, await makePerson())).toBeNull()
  })

  test('as a copy: the same works in the same places, no hours, no other curators', async () => {
    const { curator, id, artworkId, roomId } = await draft()
    await db.hanging.updateMany({ where: { roomId }, data: { along: 2, centreHeight: 1.7 } })
    await db.exhibition.update({ where: { id }, data: { textEn: 'Words', opensAt: new Date() } })
    const other = await makePerson('CURATOR')
    const copy = await createExhibition({ titleEn: 'Again', titleZh: '再次', from: { exhibitionId: id } }, other)
    const view = await readDeskExhibition(copy.id, other)
    expect(view).toMatchObject({ curators: [{ personId: other.id }], works: [{ id: artworkId }] })
    expect(view.fields).toMatchObject({ textEn: 'Words', opensAt: null, titleZh: '再次' })
    const hung = await db.hanging.findMany({ where: { room: { exhibitionId: copy.id } } })
    expect(hung).toMatchObject([{ artworkId, along: 2, centreHeight: 1.7 }])
    expect((await readDeskExhibition(id, curator)).works).toHaveLength(1)
  })
})

describe('two curators on one page', () => {
  test('who change different fields both get their way; of two on the same field the second is told', async () => {
    const { curator, id } = await draft()
    const first = changeExhibition({ id, from: { textEn: '' }, to: { textEn: 'One' } }, curator)
    const second = changeExhibition({ id, from: { textZh: '' }, to: { textZh: '一' } }, curator)
    await Promise.all([first, second])
    expect((await readDeskExhibition(id, curator)).fields).toMatchObject({ textEn: 'One', textZh: '一' })
    const from = { textEn: '', titleEn: 'Light & Air' }
    const late = changeExhibition({ id, from, to: { textEn: 'Two', titleEn: 'Other' } }, curator)
    await expect(late).rejects.toMatchObject({ code: 'conflict', fields: { textEn: 'changed' } })
    expect((await readDeskExhibition(id, curator)).fields).toMatchObject({ textEn: 'One', titleEn: 'Light & Air' })
  })

  test('may repeat a change', async () => {
    const { curator, id } = await draft()
    const change = { id, from: { textEn: '' }, to: { textEn: 'One' } }
    await changeExhibition(change, curator)
    expect((await changeExhibition(change, curator)).fields.textEn).toBe('One')
    const { entries } = await listTrail(id, curator)
    expect(entries.map(({ action }) => action)).toEqual(['exhibition.changed', 'exhibition.created'])
    expect(entries[0]).toMatchObject({ actor: 'Ada', detail: { fields: ['textEn'] } })
  })

  test('find that an address is taken, and fixed once it was announced', async () => {
    const [one, two] = [await draft(), await draft()]
    const take = changeExhibition({ id: one.id, from: { slug: one.slug }, to: { slug: two.slug } }, one.curator)
    await expect(take).rejects.toMatchObject({ code: 'slug_taken' })
    await setExhibitionStatus({ id: one.id, from: 'DRAFT', to: 'OPEN' }, one.curator)
    const move = changeExhibition({ id: one.id, from: { slug: one.slug }, to: { slug: 'elsewhere' } }, one.curator)
    await expect(move).rejects.toMatchObject({ code: 'invalid_request' })
  })
})

describe('hours', () => {
  test('open and close an exhibition by themselves, and works become public at the opening', async () => {
    const { curator, id, slug, artworkId } = await draft()
    const to = { opensAt: inHours(1), closesAt: inHours(3), timeZone: 'Asia/Shanghai' }
    await changeExhibition({ id, from: { opensAt: null, closesAt: null, timeZone: 'UTC' }, to }, curator)
    expect((await setExhibitionStatus({ id, from: 'DRAFT', to: 'SCHEDULED' }, curator)).status).toBe('SCHEDULED')
    expect([await readExhibition(slug, null), await isPublic(artworkId)]).toEqual([null, 0])
    expect(await keepHours()).toBe(0)
    await db.exhibition.update({ where: { id }, data: { opensAt: inHours(-1) } })
    expect(await keepHours()).toBe(1)
    expect(await isPublic(artworkId)).toBe(1)
    expect((await listOpenExhibitions()).exhibitions.map((card) => card.slug)).toContain(slug)
    await db.exhibition.update({ where: { id }, data: { closesAt: inHours(-0.5) } })
    expect(await keepHours()).toBe(1)
    expect((await readDeskExhibition(id, curator)).status).toBe('CLOSED')
    const trail = (await listTrail(id, curator)).entries.map(({ action, actor }) => [action, actor])
    expect(trail.slice(0, 3)).toEqual([
      ['exhibition.closed', null],
      ['exhibition.open', null],
      ['exhibition.scheduled', 'Ada'],
    ])
  })

  const wrong: [string, { opensAt: string | null; closesAt: string | null }][] = [
    ['no opening', { opensAt: null, closesAt: null }],
    ['an opening in the past', { opensAt: inHours(-1), closesAt: null }],
  ]
  test.each(wrong)('of %s are not announced', async (_what, hours) => {
    const { curator, id } = await draft()
    await changeExhibition({ id, from: { opensAt: null, closesAt: null }, to: hours }, curator)
    const scheduled = setExhibitionStatus({ id, from: 'DRAFT', to: 'SCHEDULED' }, curator)
    await expect(scheduled).rejects.toMatchObject({ code: 'hours_wrong' })
  })

  test('of an end before the opening are not even noted', async () => {
    const { curator, id } = await draft()
    const to = { opensAt: inHours(2), closesAt: inHours(1) }
    const noted = changeExhibition({ id, from: { opensAt: null, closesAt: null }, to }, curator)
    await expect(noted).rejects.toMatchObject({ code: 'hours_wrong' })
  })
})

describe('what is shown', () => {
  test('is no last good copy any more once it is closed', async () => {
    const { curator, id } = await draft()
    const gone: boolean[] = []
    changes.hear((changed, isGone) => {
      if (changed?.includes(tags.exhibition(id))) gone.push(isGone)
    })
    await setExhibitionStatus({ id, from: 'DRAFT', to: 'OPEN' }, curator)
    expect(gone).not.toContain(true)
    await setExhibitionStatus({ id, from: 'OPEN', to: 'CLOSED' }, curator)
    expect(gone.at(-1)).toBe(true)
  })

  test('goes its way by hand: open, closed, open again, closed, archived and back', async () => {
    const { curator, id, artworkId } = await draft()
    const way = ['DRAFT', 'OPEN', 'CLOSED', 'OPEN', 'CLOSED', 'ARCHIVED', 'CLOSED'] as const
    for (const [index, to] of way.slice(1).entries()) {
      const from = way[index] ?? 'DRAFT'
      expect((await setExhibitionStatus({ id, from, to }, curator)).status).toBe(to)
    }
    expect(await isPublic(artworkId)).toBe(1)
    const again = setExhibitionStatus({ id, from: 'DRAFT', to: 'OPEN' }, curator)
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
    await expect(discardExhibition(id, curator)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is whole: works that overlap, or more of them than a room may hold, keep it closed', async () => {
    const { curator, id, roomId } = await draft()
    const open = () => setExhibitionStatus({ id, from: 'DRAFT', to: 'OPEN' }, curator)
    const place = { wall: 'west', along: 2, centreHeight: 1.5 }
    for (const index of [1, 2]) {
      await db.hanging.create({ data: { roomId, artworkId: await makeArtwork(), ...place, slot: index } })
    }
    await expect(open()).rejects.toMatchObject({ code: 'not_ready' })
    expect((await readDeskExhibition(id, curator)).problems).toMatchObject([{ code: 'works_overlap', roomId }])
    await db.hanging.deleteMany({ where: { roomId } })
    for (let index = 0; index <= roomBudget.works; index++) {
      const artworkId = await makeArtwork({ widthCm: 5, heightCm: 5 })
      const [row, column] = [index % 4, Math.floor(index / 4)]
      const at = { wall: 'west', along: 0.2 + column * 0.4, centreHeight: 0.5 + row * 0.5 }
      await db.hanging.create({ data: { roomId, artworkId, slot: index, ...at } })
    }
    const codes = (await readDeskExhibition(id, curator)).problems.map(({ code }) => code)
    expect(codes).toEqual(['too_many_works', 'too_many_bytes'])
    await expect(open()).rejects.toMatchObject({ code: 'not_ready' })
    expect((await readDeskExhibition(id, curator)).status).toBe('DRAFT')
  })
})

test('the cover is the work that was chosen, while it hangs there', async () => {
  const { curator, id, slug, roomId } = await draft()
  const chosen = await makeArtwork()
  await slot(roomId, chosen, 1)
  await changeExhibition({ id, from: { coverArtworkId: null }, to: { coverArtworkId: chosen } }, curator)
  const { picture } = await db.artwork.findUniqueOrThrow({ where: { id: chosen }, select: { picture: true } })
  expect((await readExhibition(slug, curator))?.cover?.id).toBe(picture.id)
  await db.hanging.deleteMany({ where: { artworkId: chosen } })
  expect((await readExhibition(slug, curator))?.cover?.id).not.toBe(picture.id)
})

test('the list is read in pages, newest first, without gaps', async () => {
  const curator = await makePerson('VISITOR')
  const ids: string[] = []
  for (let index = 0; index < 30; index++) {
    const { id } = await makeExhibition({ status: 'DRAFT' })
    await db.exhibitionCurator.create({ data: { exhibitionId: id, personId: curator.id, role: 'ADVISER' } })
    ids.unshift(id)
  }
  const first = await listDeskExhibitions(curator)
  const second = await listDeskExhibitions(curator, first.nextCursor ?? undefined)
  expect([...first.exhibitions, ...second.exhibitions].map(({ id }) => id)).toEqual(ids)
  expect([first.exhibitions.length, second.nextCursor]).toEqual([24, null])
  await expect(listDeskExhibitions(curator, 'x')).rejects.toMatchObject({ code: 'invalid_request' })
})
