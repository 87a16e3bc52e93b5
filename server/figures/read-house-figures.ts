import type { ExhibitionSum, FigureRange, HouseFigures } from '@/lib/contracts/figures'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { presentStatus } from '@/server/exhibitions/exhibition-card'
import { db } from '@/server/platform/db'
import { countNow } from '@/server/presence/count-now'
import { countAllMarks, countMarks, countOrders } from './count-marks'
import { type DayRange, rangeOf } from './range-of'
import { daysOf, orNothing } from './read-exhibition-figures'
import { styleFigures } from './style-figures'
import { workFigures } from './work-figures'

/** The house has no clock of its own; each exhibition's visits are counted by the days of its own. */
const houseZone = 'UTC'
const most = { exhibitions: 100, works: 25 } as const
const lookSums = { hallLooks: true, hallSeconds: true, pageLooks: true, pageSeconds: true } as const

/**
 * What became of the whole house in the last days: all exhibitions together, people's own rooms too, which are not named.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function readHouseFigures(days: FigureRange, viewer: Viewer | null): Promise<HouseFigures> {
  requireRole(viewer, 'CURATOR')
  const range = rangeOf(days, houseZone)
  const since = { day: { gte: new Date(range.from) } }
  const [visited, looked, likes, favourites, orders] = await Promise.all([
    db.exhibitionDay.groupBy({ by: 'day', where: since, _sum: { visits: true, hallVisits: true } }),
    db.$queryRaw<
      { artworkId: string; hallLooks: number; hallSeconds: number; pageLooks: number; pageSeconds: number }[]
    >`
      SELECT "artworkId", sum("hallLooks")::int AS "hallLooks", sum("hallSeconds")::int AS "hallSeconds",
        sum("pageLooks")::int AS "pageLooks", sum("pageSeconds")::int AS "pageSeconds"
      FROM "WorkDay" WHERE "day" >= ${range.from}::date GROUP BY 1
      HAVING sum("hallSeconds" + "pageSeconds") > 0
      ORDER BY sum("hallSeconds" + "pageSeconds") DESC, 1 LIMIT ${most.works}`,
    countAllMarks('like', range),
    countAllMarks('favourite', range),
    countOrders(null, range),
  ])
  const ids = looked.map(({ artworkId }) => artworkId)
  const [likesOfWorks, favouritesOfWorks, hangings] = await Promise.all([
    countMarks('like', ids, range),
    countMarks('favourite', ids, range),
    db.hanging.findMany({ where: { artworkId: { in: ids } }, select: { artworkId: true } }),
  ])
  const hung = new Set(hangings.map(({ artworkId }) => artworkId))
  const now = countNow()
  const visits = visited.map(({ day, _sum }) => ({ day, visits: _sum.visits ?? 0, hallVisits: _sum.hallVisits ?? 0 }))
  return {
    from: range.from,
    to: range.to,
    timeZone: houseZone,
    now: [...now.values()].reduce((sum, count) => sum + count, 0),
    days: daysOf(range.days, visits, { likes, favourites, orders }),
    exhibitions: await exhibitionSums(range, now),
    works: await workFigures({
      ...{ ids, looks: looked, likes: likesOfWorks, favourites: favouritesOfWorks },
      isHung: (id) => hung.has(id),
    }),
    styles: await styleFigures(orders),
  }
}

/** Exhibitions that anybody came into, those first that most did. */
async function exhibitionSums({ from }: DayRange, now: Map<string, number>): Promise<ExhibitionSum[]> {
  const since = { day: { gte: new Date(from) }, exhibition: { kind: 'EXHIBITION' as const } }
  const visited = await db.exhibitionDay.groupBy({
    by: 'exhibitionId',
    where: since,
    _sum: { visits: true, hallVisits: true },
    orderBy: [{ _sum: { visits: 'desc' } }, { exhibitionId: 'asc' }],
    take: most.exhibitions,
  })
  const ids = visited.map(({ exhibitionId }) => exhibitionId)
  const [rows, looked] = await Promise.all([
    db.exhibition.findMany({ where: { id: { in: ids } } }),
    db.workDay.groupBy({ by: 'exhibitionId', where: { ...since, exhibitionId: { in: ids } }, _sum: lookSums }),
  ])
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const lookOf = new Map(looked.map(({ exhibitionId, _sum }) => [exhibitionId, _sum]))
  return visited.flatMap(({ exhibitionId: id, _sum }) => {
    const row = rowOf.get(id)
    if (!row) return []
    const { hallSeconds, pageSeconds } = orNothing(lookOf.get(id) ?? noSums)
    return {
      id,
      title: { en: row.titleEn, zh: row.titleZh },
      status: presentStatus(row, new Date()),
      now: now.get(id) ?? 0,
      visits: _sum.visits ?? 0,
      hallVisits: _sum.hallVisits ?? 0,
      hallSeconds,
      pageSeconds,
    }
  })
}

const noSums = { hallLooks: null, hallSeconds: null, pageLooks: null, pageSeconds: null }
