import { Prisma } from '@/generated/prisma/client'
import type { LookPlace } from '@/lib/contracts/figures'
import { db } from '@/server/platform/db'

interface VisitSum {
  exhibitionId: string
  visits: number
  hallVisits: number
}

interface WorkSum {
  exhibitionId: string
  artworkId: string
  hallLooks: number
  hallSeconds: number
  pageLooks: number
  pageSeconds: number
}

/** What is to be added to the rows of a day, by row. */
export interface LookSums {
  visits: Map<string, VisitSum>
  looks: Map<string, WorkSum>
}

export const emptySums = (): LookSums => ({ visits: new Map(), looks: new Map() })

/** One report comes into an exhibition once, and into its hall once. */
export function addVisit({ visits }: LookSums, exhibitionId: string, into: 'exhibition' | 'hall'): void {
  const sum = visits.get(exhibitionId) ?? { exhibitionId, visits: 0, hallVisits: 0 }
  sum[into === 'hall' ? 'hallVisits' : 'visits'] = 1
  visits.set(exhibitionId, sum)
}

interface Look {
  exhibitionId: string
  artworkId: string
  place: LookPlace
  looks: number
  seconds: number
}

export function addLook({ looks }: LookSums, { exhibitionId, artworkId, place, ...look }: Look): void {
  const key = `${exhibitionId} ${artworkId}`
  const nothing = { hallLooks: 0, hallSeconds: 0, pageLooks: 0, pageSeconds: 0 }
  const sum = looks.get(key) ?? { exhibitionId, artworkId, ...nothing }
  if (sum[`${place}Looks`] + sum[`${place}Seconds`] > 0) return
  sum[`${place}Looks`] = look.looks
  sum[`${place}Seconds`] = look.seconds
  looks.set(key, sum)
}

/** Deadlocks with whoever removes works or exhibitions; the whole batch is then rolled back and may be written again. */
const MOST_TRIES = 3
const isDeadlock = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2010' && error.message.includes('40P01')

/** Adds all of them to the sums of the present day, each exhibition's in its own time zone: one statement, all or none. */
export async function writeLooks(told: readonly LookSums[]): Promise<void> {
  const visits = addUp(told.flatMap((sums) => [...sums.visits]))
  const looks = addUp(told.flatMap((sums) => [...sums.looks]))
  for (let tries = 1; ; tries++) {
    try {
      await db.$executeRaw(statement(visits, looks))
      return
    } catch (error) {
      if (tries === MOST_TRIES || !isDeadlock(error)) throw error
    }
  }
}

function addUp<Sum extends object>(sums: (readonly [string, Sum])[]): Sum[] {
  const whole = new Map<string, Sum>()
  for (const [key, sum] of sums) {
    const before = whole.get(key)
    const added = Object.entries(sum).map(([name, value]) => [
      name,
      typeof value === 'number' ? value + (before?.[name as keyof Sum] as number) : value,
    ])
    whole.set(key, before ? Object.fromEntries(added) : sum)
  }
  return [...whole.values()]
}

/** Rows are locked in one order everywhere: exhibitions, works, their days. */
function statement(visits: VisitSum[], looks: WorkSum[]): Prisma.Sql {
  const exhibitions = [...new Set([...visits, ...looks].map(({ exhibitionId }) => exhibitionId))]
  const column = <Row>(rows: Row[], name: keyof Row) => rows.map((row) => row[name])
  return Prisma.sql`
    WITH today AS MATERIALIZED (
      SELECT e."id", (now() AT TIME ZONE e."timeZone")::date AS day FROM "Exhibition" e
      WHERE e."id" = ANY(${exhibitions}::text[]) ORDER BY e."id" FOR KEY SHARE
    ), work AS MATERIALIZED (
      SELECT a."id" FROM "Artwork" a WHERE a."id" = ANY(${column(looks, 'artworkId')}::text[]) ORDER BY a."id" FOR KEY SHARE
    ), looked AS (
      INSERT INTO "WorkDay" AS d ("exhibitionId", "day", "artworkId", "hallLooks", "hallSeconds", "pageLooks", "pageSeconds")
      SELECT today."id", today.day, work."id", l."hallLooks", l."hallSeconds", l."pageLooks", l."pageSeconds"
      FROM unnest(${column(looks, 'exhibitionId')}::text[], ${column(looks, 'artworkId')}::text[],
          ${column(looks, 'hallLooks')}::int[], ${column(looks, 'hallSeconds')}::int[],
          ${column(looks, 'pageLooks')}::int[], ${column(looks, 'pageSeconds')}::int[])
        AS l ("exhibitionId", "artworkId", "hallLooks", "hallSeconds", "pageLooks", "pageSeconds")
      JOIN today ON today."id" = l."exhibitionId" JOIN work ON work."id" = l."artworkId"
      ORDER BY 1, 2, 3
      ON CONFLICT ("exhibitionId", "day", "artworkId") DO UPDATE SET
        "hallLooks" = d."hallLooks" + EXCLUDED."hallLooks", "hallSeconds" = d."hallSeconds" + EXCLUDED."hallSeconds",
        "pageLooks" = d."pageLooks" + EXCLUDED."pageLooks", "pageSeconds" = d."pageSeconds" + EXCLUDED."pageSeconds"
      RETURNING 1
    )
    INSERT INTO "ExhibitionDay" AS d ("exhibitionId", "day", "visits", "hallVisits")
    SELECT today."id", today.day, v."visits", v."hallVisits"
    FROM unnest(${column(visits, 'exhibitionId')}::text[], ${column(visits, 'visits')}::int[], ${column(visits, 'hallVisits')}::int[])
      AS v ("exhibitionId", "visits", "hallVisits")
    JOIN today ON today."id" = v."exhibitionId" CROSS JOIN (SELECT count(*) FROM looked) AS first
    ORDER BY 1, 2
    ON CONFLICT ("exhibitionId", "day") DO UPDATE SET
      "visits" = d."visits" + EXCLUDED."visits", "hallVisits" = d."hallVisits" + EXCLUDED."hallVisits"`
}
