import { expect, test } from 'vitest'
import type { LookReport } from '@/lib/contracts/figures'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { setFavourite } from '@/server/engagement/set-favourite'
import { setLike } from '@/server/engagement/set-like'
import { db } from '@/server/platform/db'
import { dropOldDays } from './drop-old-days'
import { figuresCsv } from './figures-csv'
import { rangeOf } from './range-of'
import { readExhibitionFigures } from './read-exhibition-figures'
import { readHouseFigures } from './read-house-figures'
import { recordLooks } from './record-looks'

const curator = () => makePerson('CURATOR')

async function makeShow(changes: Parameters<typeof makeExhibition>[0] = {}, titleEn = 'Pond') {
  const [show, artworkId] = [await makeExhibition(changes), await makeArtwork({ titleEn })]
  await db.hanging.create({ data: { roomId: show.roomId, artworkId, wall: 'east', slot: 0 } })
  return { ...show, artworkId }
}

const reportOf = (
  { slug, artworkId }: { slug: string; artworkId: string },
  look: Partial<LookReport['looks'][number]> = {},
): LookReport => ({
  visits: [
    { exhibition: slug, into: 'exhibition' },
    { exhibition: slug, into: 'hall' },
  ],
  looks: [{ exhibition: slug, artworkId, place: 'hall', looks: 1, seconds: 7, ...look }],
})

const sumsOf = async (id: string) => {
  const { days, works } = await readExhibitionFigures(id, '7', await curator())
  return { days, works, today: days.at(-1) }
}

test('a rush of reports from many is added up exactly, in one row a day', async () => {
  const show = await makeShow()
  await Promise.all(Array.from({ length: 400 }, () => recordLooks(reportOf(show))))
  const { today, works } = await sumsOf(show.id)
  expect(today).toMatchObject({ visits: 400, hallVisits: 400 })
  expect(works).toMatchObject([{ hallLooks: 400, hallSeconds: 2_800, pageLooks: 0, pageSeconds: 0, isHung: true }])
  expect(await db.workDay.count({ where: { exhibitionId: show.id } })).toBe(1)
  expect(await db.exhibitionDay.count({ where: { exhibitionId: show.id } })).toBe(1)
})

test('what is not on public view, or hangs elsewhere, is not counted; the rest of the report is', async () => {
  const [show, draft, other] = [await makeShow(), await makeShow({ status: 'DRAFT' }), await makeShow()]
  const foreign = { ...show, artworkId: other.artworkId }
  const reports = [reportOf(show), reportOf(draft), reportOf({ ...show, slug: 'nowhere' }), reportOf(foreign)]
  await recordLooks({ visits: reports.flatMap((one) => one.visits), looks: reports.flatMap((one) => one.looks) })
  const { today, works } = await sumsOf(show.id)
  expect(today).toMatchObject({ visits: 1, hallVisits: 1 })
  expect(works.map(({ artworkId, hallLooks }) => [artworkId, hallLooks])).toEqual([[show.artworkId, 1]])
  expect(await db.exhibitionDay.count({ where: { exhibitionId: { in: [draft.id, other.id] } } })).toBe(0)
})

test('what a report repeats counts once', async () => {
  const show = await makeShow()
  const { visits, looks } = reportOf(show)
  await recordLooks({ visits: [...visits, ...visits], looks: [...looks, ...looks] })
  const { today, works } = await sumsOf(show.id)
  expect(today).toMatchObject({ visits: 1, hallVisits: 1 })
  expect(works[0]).toMatchObject({ hallLooks: 1, hallSeconds: 7 })
})

test('a day is one of the exhibition, by its own clocks', async () => {
  // One of the two is never on the same day as the other.
  const [east, west] = [
    await makeShow({ timeZone: 'Pacific/Kiritimati' }),
    await makeShow({ timeZone: 'Pacific/Niue' }),
  ]
  for (const show of [east, west]) await recordLooks(reportOf(show))
  const days = await Promise.all(
    [east, west].map(async ({ id }) => (await db.exhibitionDay.findFirstOrThrow({ where: { exhibitionId: id } })).day),
  )
  expect(days[0]?.getTime()).toBeGreaterThan(days[1]?.getTime() ?? 0)
  for (const { id } of [east, west]) expect((await sumsOf(id)).today).toMatchObject({ visits: 1 })
})

test('a range has every day to the present one, across changes of clocks', () => {
  const range = rangeOf('7', 'Europe/Berlin', new Date('2026-10-27T23:30:00Z'))
  expect(range).toMatchObject({ from: '2026-10-22', to: '2026-10-28' })
  expect(range.days).toHaveLength(7)
  expect(range.since.toISOString()).toBe('2026-10-21T22:00:00.000Z')
})

test('likes, favourites and portraits are those of the works that hang there, by day', async () => {
  const show = await makeShow({ timeZone: 'Asia/Shanghai' })
  const [ada, ben] = [await makePerson(), await makePerson()]
  for (const { id: personId } of [ada, ben]) await setLike({ personId, artworkId: show.artworkId, liked: true })
  await setFavourite({ personId: ada.id, artworkId: show.artworkId, kept: true })
  await setLike({ personId: ada.id, artworkId: await makeArtwork(), liked: true })
  const before = new Date(Date.now() - 3 * 86_400_000)
  await db.like.updateMany({ where: { personId: ben.id }, data: { createdAt: before } })
  await orderIn(show.artworkId, ada.id)
  const { days, works, styles } = await readExhibitionFigures(show.id, '7', await curator())
  expect(days.map(({ likes }) => likes)).toEqual([0, 0, 0, 1, 0, 0, 1])
  expect(days.at(-1)).toMatchObject({ favourites: 1, portraits: 1 })
  expect(works[0]).toMatchObject({ likes: 2, favourites: 1 })
  expect(styles).toMatchObject([{ styleId: show.artworkId, portraits: 1, title: { en: 'Pond', zh: '池塘' } }])
})

/** An order in a work's manner. */
async function orderIn(artworkId: string, personId: string) {
  const { picture, ...names } = await db.artwork.findUniqueOrThrow({
    where: { id: artworkId },
    select: { picture: true, titleEn: true, titleZh: true, artistEn: true, artistZh: true, year: true },
  })
  await db.style.create({ data: { id: artworkId, artworkId, school: '', ...names } })
  await db.portraitOrder.create({
    data: {
      ...{ personId, photoId: picture.id, styleId: artworkId, idempotencyKey: artworkId, cacheKey: artworkId },
      ...{ strength: 1, longSide: 512 },
    },
  })
}

test('a work that was taken down keeps its figures, and one that is gone takes them along', async () => {
  const show = await makeShow()
  await recordLooks(reportOf(show, { place: 'page', seconds: 3 }))
  await db.hanging.deleteMany({ where: { artworkId: show.artworkId } })
  expect((await sumsOf(show.id)).works).toMatchObject([{ pageLooks: 1, pageSeconds: 3, isHung: false }])
  await db.artwork.delete({ where: { id: show.artworkId } })
  expect((await sumsOf(show.id)).works).toEqual([])
})

test('the house adds up its exhibitions and does not name people’s own rooms', async () => {
  const viewer = await curator()
  const before = await readHouseFigures('7', viewer)
  const show = await makeShow()
  const room = await makeShow({ kind: 'OWN_ROOM', ownerId: (await makePerson()).id })
  await recordLooks(reportOf(show, { seconds: 600 }))
  await recordLooks(reportOf(room))
  const after = await readHouseFigures('7', viewer)
  const sum = ({ days }: typeof after) => days.reduce((visits, day) => visits + day.visits, 0)
  expect(sum(after) - sum(before)).toBe(2)
  const named = after.exhibitions.map(({ id }) => id)
  expect(named).toContain(show.id)
  expect(named).not.toContain(room.id)
  expect(after.works.map(({ artworkId }) => artworkId)).toContain(show.artworkId)
})

test('tables go out as CSV that no spreadsheet takes for formulas', async () => {
  const show = await makeShow({}, '=HYPERLINK("http://evil")')
  await recordLooks(reportOf(show))
  const figures = await readExhibitionFigures(show.id, '7', await curator())
  const works = figuresCsv(figures, 'works', show.slug)
  expect(works.headers.get('content-disposition')).toMatch(/filename="show-[\w-]+\.csv"/)
  expect(await works.text()).toContain(`,"'=HYPERLINK(""http://evil"")",`)
  const days = await figuresCsv(figures, 'days', show.slug).text()
  expect(days.trimEnd().split('\r\n')).toHaveLength(8)
  expect(days).toContain(`${figures.to},1,1,0,0,0`)
})

test('days that are older than the archive are forgotten', async () => {
  const { id: exhibitionId } = await makeShow()
  const days = ['2020-01-31', '2020-02-01'].map((day) => ({ exhibitionId, day: new Date(day), visits: 1 }))
  await db.exhibitionDay.createMany({ data: days })
  await dropOldDays(12, new Date('2021-02-15'))
  const left = await db.exhibitionDay.findMany({ where: { exhibitionId } })
  expect(left.map(({ day }) => day.toISOString().slice(0, 10))).toEqual(['2020-02-01'])
})
