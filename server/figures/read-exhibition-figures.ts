import type { DayFigures, ExhibitionFigures, FigureRange } from '@/lib/contracts/figures'
import type { Viewer } from '@/server/accounts/viewer'
import { requireDeskAction } from '@/server/desk/require-desk-action'
import { presentStatus } from '@/server/exhibitions/exhibition-card'
import { db } from '@/server/platform/db'
import { countNow } from '@/server/presence/count-now'
import { type Counted, countMarks, countOrders, sumBy } from './count-marks'
import { rangeOf } from './range-of'
import { styleFigures } from './style-figures'
import { workFigures } from './work-figures'

/**
 * What became of one exhibition in the last days of its own time zone. Likes and favourites are those of the works that hang in it,
 * and portraits those ordered in their manner, wherever people did it.
 *
 * @throws {HouseError} as requireDeskAction
 */
export async function readExhibitionFigures(
  exhibitionId: string,
  days: FigureRange,
  viewer: Viewer | null,
): Promise<ExhibitionFigures> {
  await requireDeskAction(exhibitionId, 'look', viewer, db)
  const row = await db.exhibition.findUniqueOrThrow({
    where: { id: exhibitionId },
    include: { rooms: { select: { hangings: { select: { artworkId: true } } } } },
  })
  const hung = new Set(row.rooms.flatMap(({ hangings }) => hangings.map(({ artworkId }) => artworkId)))
  const range = rangeOf(days, row.timeZone)
  const ids = [...hung]
  const [visited, looked, likes, favourites, orders] = await Promise.all([
    db.exhibitionDay.findMany({ where: { exhibitionId, day: { gte: new Date(range.from) } } }),
    db.workDay.groupBy({
      by: 'artworkId',
      where: { exhibitionId, day: { gte: new Date(range.from) } },
      _sum: { hallLooks: true, hallSeconds: true, pageLooks: true, pageSeconds: true },
    }),
    countMarks('like', ids, range),
    countMarks('favourite', ids, range),
    countOrders(ids, range),
  ])
  const looks = looked.map(({ artworkId, _sum }) => ({ artworkId, ...orNothing(_sum) }))
  const all = new Set([...ids, ...looks.map(({ artworkId }) => artworkId)])
  const isHung = (id: string) => hung.has(id)
  return {
    id: row.id,
    slug: row.slug,
    title: { en: row.titleEn, zh: row.titleZh },
    status: presentStatus(row, new Date()),
    from: range.from,
    to: range.to,
    timeZone: range.timeZone,
    now: countNow().get(exhibitionId) ?? 0,
    days: daysOf(range.days, visited, { likes, favourites, orders }),
    works: await workFigures({ ids: [...all], looks, likes, favourites, isHung }),
    styles: await styleFigures(orders),
  }
}

/** How many are in its hall at this moment. @throws {HouseError} as requireDeskAction */
export async function readVisitorsNow(exhibitionId: string, viewer: Viewer | null): Promise<number> {
  await requireDeskAction(exhibitionId, 'look', viewer, db)
  return countNow().get(exhibitionId) ?? 0
}

type Sums = Record<'hallLooks' | 'hallSeconds' | 'pageLooks' | 'pageSeconds', number | null>

export function orNothing({ hallLooks, hallSeconds, pageLooks, pageSeconds }: Sums) {
  return {
    hallLooks: hallLooks ?? 0,
    hallSeconds: hallSeconds ?? 0,
    pageLooks: pageLooks ?? 0,
    pageSeconds: pageSeconds ?? 0,
  }
}

interface Visited {
  day: Date
  visits: number
  hallVisits: number
}

/** Every day of the range, those without anybody too. */
export function daysOf(
  days: readonly string[],
  visited: readonly Visited[],
  counts: { likes: readonly Counted[]; favourites: readonly Counted[]; orders: readonly Counted[] },
): DayFigures[] {
  const visitOf = new Map(visited.map((row) => [row.day.toISOString().slice(0, 10), row]))
  const [likes, favourites, orders] = [counts.likes, counts.favourites, counts.orders].map((all) => sumBy(all, 'day'))
  return days.map((day) => ({
    day,
    visits: visitOf.get(day)?.visits ?? 0,
    hallVisits: visitOf.get(day)?.hallVisits ?? 0,
    likes: likes?.get(day) ?? 0,
    favourites: favourites?.get(day) ?? 0,
    portraits: orders?.get(day) ?? 0,
  }))
}
