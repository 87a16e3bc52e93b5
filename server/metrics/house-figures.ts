import type pg from 'pg'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { openPool } from '@/server/platform/open-pool'
import { workerSilenceSeconds } from '@/server/workers/report-presence'
import { atMostEvery } from './at-most-every'
import { forget, gauge } from './registry'

/** Scrapes within this time share one look at the database; totals, which may have to count long tables, are looked at more rarely. */
const FRESH_MS = 5_000
const TOTALS_MS = 60_000
/** Longest that one look may occupy PostgreSQL, or wait for a connection. */
const PATIENCE_MS = 1_000

const up = gauge('vernissage_database_up', 'Whether PostgreSQL answered the last look (1) or not (0).', [])
const orders = gauge('vernissage_orders', 'Orders that are not finished.', ['status', 'quality'])
const oldest = gauge(
  'vernissage_oldest_order_age_seconds',
  'Age of the oldest order of that status; 0 where there is none.',
  ['status'],
)
const outbox = gauge('vernissage_outbox_entries', 'Outbox entries that have not been sent yet.', [])
const outboxAge = gauge('vernissage_outbox_oldest_age_seconds', 'Age of the oldest of them; 0 where there is none.', [])
const workers = gauge('vernissage_workers', 'Workers that reported lately.', ['model', 'provider'])
const painted = gauge('vernissage_portraits_painted', 'Painted portraits that their owners keep.', [])
const works = gauge('vernissage_works_visible', 'Works that everybody may see.', [])
const likes = gauge('vernissage_likes', 'Likes of those works.', [])
const nextOpening = gauge(
  'vernissage_next_opening_timestamp_seconds',
  'When the next announced exhibition opens, or the one that opened in the last hour; absent without any.',
  [],
)

interface Present {
  orders: { status: string; quality: string; count: number; age: number }[]
  workers: { model: string; provider: string; count: number }[]
  outbox: number
  outboxAge: number
}

// Ages by the database's own clock; its timestamps are UTC without a zone.
const presentQuery = `
  SELECT
    (SELECT coalesce(json_agg(g), '[]') FROM (
      SELECT lower("status"::text) AS status, lower("quality"::text) AS quality, count(*) AS count,
        extract(epoch FROM now() AT TIME ZONE 'UTC' - min("createdAt")) AS age
      FROM "PortraitOrder" WHERE "status" IN ('QUEUED', 'PAINTING') GROUP BY 1, 2) g) AS orders,
    (SELECT coalesce(json_agg(g), '[]') FROM (
      SELECT "modelName" || ' ' || "modelVersion" AS model, "provider", count(*) AS count FROM "WorkerPresence"
      WHERE "seenAt" > now() - make_interval(secs => ${workerSilenceSeconds}) GROUP BY 1, 2) g) AS workers,
    count(*)::int AS outbox,
    coalesce(extract(epoch FROM now() AT TIME ZONE 'UTC' - min("createdAt")), 0)::float8 AS "outboxAge"
  FROM "OutboxEntry" WHERE "dispatchedAt" IS NULL`

interface Totals {
  nextOpening: number | null
  painted: number
  works: number
  likes: number
}

const totalsQuery = `
  SELECT count(*)::int AS works, coalesce(sum("likeCount"), 0)::float8 AS likes,
    (SELECT count(*)::int FROM "PortraitOrder" WHERE "status" = 'PAINTED') AS painted,
    (SELECT extract(epoch FROM min("opensAt"))::float8 FROM "Exhibition"
      WHERE "status" = 'SCHEDULED' AND "opensAt" > now() AT TIME ZONE 'UTC' - interval '1 hour') AS "nextOpening"
  FROM "Artwork" WHERE "visibility" = 'PUBLIC'`

function showPresent(present: Present): void {
  forget([orders, oldest, workers])
  for (const status of ['queued', 'painting']) {
    const ages = present.orders.filter((group) => group.status === status).map(({ age }) => age)
    oldest.set({ status }, Math.max(0, ...ages))
  }
  for (const { count, status, quality } of present.orders) orders.set({ status, quality }, count)
  for (const { count, ...labels } of present.workers) workers.set(labels, count)
  outbox.set(present.outbox)
  outboxAge.set(Math.max(0, present.outboxAge))
}

function showTotals(totals: Totals): void {
  forget([nextOpening])
  if (totals.nextOpening !== null) nextOpening.set(totals.nextOpening)
  painted.set(totals.painted)
  works.set(totals.works)
  likes.set(totals.likes)
}

/** A connection of its own, so that a scrape never takes one from people, nor waits behind them. */
function openOwnPool(): pg.Pool {
  const limits = { connections: 1, connectMs: PATIENCE_MS, statementMs: PATIENCE_MS }
  const pool = openPool({ connectionString: env.DATABASE_URL, ...limits })
  const onError = (error: Error) => logger.warn({ err: error }, 'metrics connection')
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}

export interface HouseFigures {
  /** Never rejects: what cannot be read is absent. */
  refresh(): Promise<void>
  close(): Promise<void>
}

/** Figures of the whole house out of PostgreSQL: the same in every process, so dashboards take their maximum, not their sum. */
export function readHouseFigures(): HouseFigures {
  const pool = openOwnPool()
  const present = async () => {
    try {
      const { rows } = await pool.query<Present>(presentQuery)
      if (rows[0]) showPresent(rows[0])
      up.set(1)
    } catch (error) {
      logger.warn({ err: error }, 'house figures')
      // Figures of a while ago would pass for those of now.
      forget([orders, oldest, outbox, outboxAge, workers])
      up.set(0)
    }
  }
  const totals = async () => {
    try {
      const { rows } = await pool.query<Totals>(totalsQuery)
      if (rows[0]) showTotals(rows[0])
    } catch (error) {
      logger.warn({ err: error }, 'house totals')
      forget([painted, works, likes, nextOpening])
    }
  }
  const [lookAtPresent, lookAtTotals] = [atMostEvery(FRESH_MS, present), atMostEvery(TOTALS_MS, totals)]
  return {
    async refresh() {
      await Promise.all([lookAtPresent(), lookAtTotals()])
    },
    close: () => pool.end(),
  }
}
