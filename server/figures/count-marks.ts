import { Prisma } from '@/generated/prisma/client'
import { db } from '@/server/platform/db'
import type { DayRange } from './range-of'

export interface Counted {
  /** The work, or the manner. */
  of: string
  day: string
  count: number
}

/** The day of a `timestamp` column, which holds UTC, by the clocks of a time zone. */
const dayIn = (timeZone: string) =>
  Prisma.sql`to_char("createdAt" AT TIME ZONE 'UTC' AT TIME ZONE ${timeZone}, 'YYYY-MM-DD')`

const tables = { like: Prisma.sql`"Like"`, favourite: Prisma.sql`"Favourite"` } as const

/** Likes or favourites of some works that were given in the range and still stand, by work and day. */
export function countMarks(mark: keyof typeof tables, works: string[], { timeZone, since }: DayRange) {
  return db.$queryRaw<Counted[]>`
    SELECT "artworkId" AS "of", ${dayIn(timeZone)} AS day, count(*)::int AS count FROM ${tables[mark]}
    WHERE "artworkId" = ANY(${works}::text[]) AND "createdAt" >= ${since} GROUP BY 1, 2`
}

/** The same of all works together, by day. */
export function countAllMarks(mark: keyof typeof tables, { timeZone, since }: DayRange) {
  return db.$queryRaw<Counted[]>`
    SELECT '' AS "of", ${dayIn(timeZone)} AS day, count(*)::int AS count FROM ${tables[mark]}
    WHERE "createdAt" >= ${since} GROUP BY 1, 2`
}

/** Portraits ordered in the range, whatever became of them, by manner and day; `styles`: null for all manners. */
export function countOrders(styles: string[] | null, { timeZone, since }: DayRange) {
  const those = styles ? Prisma.sql`AND "styleId" = ANY(${styles}::text[])` : Prisma.empty
  // An order ends after it was placed, and the archive is divided by its end.
  return db.$queryRaw<Counted[]>`
    SELECT "styleId" AS "of", ${dayIn(timeZone)} AS day, count(*)::int AS count FROM (
      SELECT "styleId", "createdAt" FROM "PortraitOrder" WHERE "createdAt" >= ${since} ${those}
      UNION ALL
      SELECT "styleId", "createdAt" FROM "ArchivedOrder" WHERE "endedAt" >= ${since} AND "createdAt" >= ${since} ${those}
    ) AS "ordered" GROUP BY 1, 2`
}

export function sumBy(counted: readonly Counted[], key: 'of' | 'day'): Map<string, number> {
  const sums = new Map<string, number>()
  for (const one of counted) sums.set(one[key], (sums.get(one[key]) ?? 0) + one.count)
  return sums
}
