import { db } from '@/server/platform/db'

/** A worker not heard of for this long does not count. */
export const workerSilenceSeconds = 15

interface Wait {
  /** Orders before this one, the one being painted included. */
  position: number
  /** Until it is finished; null while no worker has told how fast it is. */
  seconds: number | null
}

/** Honest by construction: megapixels ahead and one's own, at the rate that the living workers measured. */
export async function estimateWait(orderId: string): Promise<Wait> {
  const [row] = await db.$queryRaw<{ position: bigint; megapixels: number | null; rate: number | null }[]>`
    WITH mine AS (SELECT "createdAt", "id" FROM "PortraitOrder" WHERE "id" = ${orderId})
    SELECT
      (SELECT count(*) FROM "PortraitOrder" o, mine
        WHERE o."status" IN ('QUEUED', 'PAINTING') AND (o."createdAt", o."id") < (mine."createdAt", mine."id")) AS position,
      (SELECT sum(o."longSide"::float8 * o."longSide") * 0.75 / 1e6 FROM "PortraitOrder" o, mine
        WHERE o."status" IN ('QUEUED', 'PAINTING') AND (o."createdAt", o."id") <= (mine."createdAt", mine."id")) AS megapixels,
      (SELECT sum(1 / "secondsPerMegapixel") FROM "WorkerPresence"
        WHERE "seenAt" > now() - make_interval(secs => ${workerSilenceSeconds}) AND "secondsPerMegapixel" > 0) AS rate`
  const seconds = row?.rate ? Math.ceil((row.megapixels ?? 0) / row.rate) : null
  return { position: Number(row?.position ?? 0), seconds }
}
