import { db } from '@/server/platform/db'
import { workerSilenceSeconds } from '@/server/workers/report-presence'

/** A sketch is painted at half the size. */
const sketchShare = 0.25
/** So many of the latest refined paintings tell how long one takes; those that an artist stopped would tell less. */
const latestRefined = 20

interface Wait {
  /** Orders before this one, the one being painted included. */
  position: number
  /** Until it is finished; null while nobody can know. */
  seconds: number | null
}

interface Row {
  position: bigint
  megapixels: number | null
  refined: bigint
  rate: number | null
  workers: bigint
  secondsOfRefined: number | null
}

/**
 * Honest by construction: megapixels ahead and one's own, at the rate that the living workers measured; and for each that is refined,
 * the seconds that such ones took of late, since refinement takes its time whatever the size.
 */
export async function estimateWait(orderId: string): Promise<Wait> {
  const [row] = await db.$queryRaw<Row[]>`
    WITH mine AS (SELECT "createdAt", "id" FROM "PortraitOrder" WHERE "id" = ${orderId}),
    ahead AS (
      SELECT o.* FROM "PortraitOrder" o, mine
      WHERE o."status" IN ('QUEUED', 'PAINTING') AND (o."createdAt", o."id") <= (mine."createdAt", mine."id")),
    alive AS (
      SELECT "secondsPerMegapixel" AS pace FROM "WorkerPresence"
      WHERE "seenAt" > now() - make_interval(secs => ${workerSilenceSeconds}))
    SELECT
      (SELECT count(*) FROM ahead WHERE "id" <> ${orderId}) AS position,
      (SELECT sum("longSide"::float8 * "longSide" * CASE "quality" WHEN 'SKETCH' THEN ${sketchShare}::float8 ELSE 1 END) * 0.75 / 1e6
        FROM ahead WHERE "quality" <> 'MASTER') AS megapixels,
      (SELECT count(*) FROM ahead WHERE "quality" = 'MASTER') AS refined,
      (SELECT sum(1 / pace) FROM alive WHERE pace > 0) AS rate,
      (SELECT count(*) FROM alive) AS workers,
      (SELECT avg("paintingMs")::float8 / 1000 FROM (
        SELECT "paintingMs" FROM "PortraitResult" WHERE "quality" = 'MASTER' AND "end" <> 'stop'
        ORDER BY "createdAt" DESC LIMIT ${latestRefined}) latest) AS "secondsOfRefined"`
  if (!row) return { position: 0, seconds: null }
  return { position: Number(row.position), seconds: secondsOf(row) }
}

function secondsOf({ megapixels, refined, rate, workers, secondsOfRefined }: Row): number | null {
  if (workers === 0n) return null
  const plain = megapixels === null ? 0 : rate === null ? null : megapixels / rate
  const inTurn = Number(refined) / Number(workers)
  const refinement = refined === 0n ? 0 : secondsOfRefined === null ? null : inTurn * secondsOfRefined
  return plain === null || refinement === null ? null : Math.ceil(plain + refinement)
}
