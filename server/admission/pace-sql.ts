import { Prisma } from '@/generated/prisma/client'
import { portraitSizes } from '@/lib/contracts/portraits'
import { workerSilenceSeconds } from '@/server/workers/report-presence'
import type { Pace } from './work'

/** So many of the latest refined paintings of a size class tell how long one takes. */
const latestRefined = 20
/** ... among so many of all. */
const latestOfAll = 200

export interface PaceColumns extends Omit<Pace, 'secondsOfRefined'> {
  /** {size class: seconds}. */
  secondsOfRefined: Record<string, number> | null
}

const sizeClass = Prisma.sql`coalesce(
  (SELECT min(size) FROM unnest(${portraitSizes}::int[]) AS size WHERE size >= greatest("width", "height")),
  ${Math.max(...portraitSizes)})`

/**
 * Columns of a SELECT that say how fast the house paints: what the living workers that take orders measured (`WorkerPresence`), and the mean of the latest
 * refined paintings of each size class. Those that an artist stopped, or that a rung of the ladder cut short, would tell less.
 */
export const paceColumns = Prisma.sql`
  (SELECT count(*)::int FROM "WorkerPresence"
    WHERE "drainedAt" IS NULL AND "seenAt" > now() - make_interval(secs => ${workerSilenceSeconds})) AS "workers",
  (SELECT sum(1 / "secondsPerMegapixel") FROM "WorkerPresence"
    WHERE "drainedAt" IS NULL AND "secondsPerMegapixel" > 0
      AND "seenAt" > now() - make_interval(secs => ${workerSilenceSeconds})) AS "megapixelsPerSecond",
  (SELECT max(1 / "secondsPerMegapixel") FROM "WorkerPresence"
    WHERE "secondsPerMegapixel" > 0 AND "seenAt" > now() - interval '1 day') AS "lastMegapixelsPerSecond",
  (SELECT json_object_agg("sizeClass", "seconds") FROM (
    SELECT "sizeClass", avg("paintingMs")::float8 / 1000 AS "seconds" FROM (
      SELECT "paintingMs", "sizeClass", row_number() OVER (PARTITION BY "sizeClass" ORDER BY "createdAt" DESC) AS "age" FROM (
        SELECT "paintingMs", "createdAt", ${sizeClass} AS "sizeClass" FROM "PortraitResult" r
        WHERE "quality" = 'MASTER' AND "end" <> 'stop' AND NOT EXISTS (
          SELECT 1 FROM "PortraitOrder" o WHERE o."resultId" = r."id" AND o."allowedSteps" IS NOT NULL)
        ORDER BY "createdAt" DESC LIMIT ${latestOfAll}) lately) aged
    WHERE "age" <= ${latestRefined} GROUP BY "sizeClass") classes) AS "secondsOfRefined"`

/** How much of an order is still to be painted, 0 to 1, summed over a group of rows of `PortraitOrder`. */
export const ordersLeft = Prisma.sql`sum(CASE "status" WHEN 'PAINTING' THEN 1 - "progress" ELSE 1 END)::float8`

export function paceOf({ workers, megapixelsPerSecond, lastMegapixelsPerSecond, secondsOfRefined }: PaceColumns): Pace {
  return { workers, megapixelsPerSecond, lastMegapixelsPerSecond, secondsOfRefined: secondsOfRefined ?? {} }
}
