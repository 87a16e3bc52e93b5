import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { until } from '../house/ask'
import { insist } from '../show/steps'
import type { Trial } from './trial'

export const slowQuery: Trial = {
  page: 'slow-query',
  backEnd: 'postgres',
  async run(desk, page) {
    const { house } = desk
    const [slow, holder, waiter] = await Promise.all([
      connect(house.postgres.url),
      connect(house.postgres.url),
      connect(house.postgres.url),
    ])
    try {
      const ended = slow.query('SELECT count(*) FROM generate_series(1, 4000000000)').then(
        () => 'answered',
        (error: Error) => error.message,
      )
      const first = page.command('AS waits')
      insist(
        await until(async () => /generate_series/.test((await desk.run(first)).out), 30_000, 500),
        'the slow statement is not shown',
      )
      await desk.sees(page.command('wait_event_type, wait_event, count'), /count/)
      await desk.sees(page.command('seq_scan'), /'Style'/)
      const [{ pid } = { pid: 0 }] = await house.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT count(*) FROM generate_series%' AND state = 'active'`,
      )
      await desk.sees(page.command('pg_cancel_backend(PID)', { PID: String(pid) }), /true/)
      insist(/cancel/.test(await ended), 'the slow statement was not ended')

      await holder.query('BEGIN; LOCK TABLE "House" IN ACCESS EXCLUSIVE MODE')
      const waits = waiter.query('SELECT count(*) FROM "House"').catch(() => {})
      const blocked = page.command('pg_blocking_pids')
      insist(
        await until(async () => /House/.test((await desk.run(blocked)).out), 20_000, 500),
        'who waits is not shown',
      )
      await holder.query('ROLLBACK')
      await waits

      await desk.sees([page.command('ALTER SYSTEM SET'), page.command('pg_reload_conf')], /true/)
      await house.query('SELECT pg_sleep(0.7)')
      const log = path.join(house.dataFolder, 'postgres.log')
      insist(
        await until(async () => /duration: \d+.*pg_sleep/.test(fs.readFileSync(log, 'utf8')), 10_000),
        'the log does not tell what is slow',
      )
      await desk.sees([page.command('ALTER SYSTEM RESET'), page.command('pg_reload_conf')], /true/)
      await desk.sees(page.command('EXPLAIN (ANALYZE', { '…': 'count(*) FROM \\"Artwork\\"' }), /Execution Time/)
      await desk.sees(page.command('VACUUM ANALYZE'), /No rows/)
      return 'a statement of minutes found and ended; who waits for whose lock; the log tells what takes above 500 ms'
    } finally {
      await Promise.all([slow, holder, waiter].map((each) => each.end()))
    }
  },
}

async function connect(connectionString: string) {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** The same from the side of an alert, as Compose has it. */
export const databaseBusy: Trial = {
  page: 'database-busy',
  backEnd: 'postgres',
  async run(desk, page) {
    const { url } = desk.house.postgres
    const [holder, waiter] = await Promise.all([connect(url), connect(url)])
    try {
      await holder.query('BEGIN; LOCK TABLE "House" IN ACCESS EXCLUSIVE MODE')
      const waits = waiter.query('SELECT count(*) FROM "House"').then(
        () => 'answered',
        (error: Error) => error.message,
      )
      await desk.sees(page.command('now() - query_start'), /FROM "House"/)
      const said = await desk.sees(page.command('pg_blocking_pids'), /\{\d+\}/)
      const pid = /\{(\d+)\}/.exec(said)?.[1] ?? ''
      await desk.sees(`psql "$HOUSE_DATABASE" -c "${page.command('pg_cancel_backend', { PID: pid })}"`, /t\n/)
      // It holds a lock and asks nothing, so it does not listen.
      await desk.sees(
        `psql "$HOUSE_DATABASE" -c "${page.command('pg_cancel_backend', { PID: pid }).replace('cancel', 'terminate')}"`,
        /t\n/,
      )
      insist((await waits) === 'answered', 'the one that waited waits still')
      return 'a session that held a lock did not listen to pg_cancel_backend and was ended by pg_terminate_backend'
    } finally {
      await Promise.all([holder, waiter].map((each) => each.end().catch(() => {})))
    }
  },
}
