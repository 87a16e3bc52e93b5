import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { freePort } from '@/server/platform/embedded-postgres/free-port'
import { Skipped } from '../drill'
import { until } from '../house/ask'
import { insist } from '../show/steps'
import type { Desk } from './desk'
import { RunbookPage } from './page'
import type { Trial } from './trial'

/** The newest PostgreSQL that a distribution has installed: its tools and server are of one release, which the embedded one lacks. */
function findPostgres(): string {
  const base = '/usr/lib/postgresql'
  const versions = fs.existsSync(base) ? fs.readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
  const folder = versions
    .map((version) => path.join(base, version, 'bin'))
    .find((bin) => fs.existsSync(path.join(bin, 'initdb')))
  if (!folder) throw new Skipped('region-lost wants a PostgreSQL of the distribution.')
  return folder
}

/** Nobody's: PostgreSQL refuses to run as root. */
const AS_NOBODY = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --regid=65534 --clear-groups -- ' : ''

export const regionLost: Trial = {
  page: 'region-lost',
  backEnd: 'postgres',
  async run(desk, page) {
    const bin = findPostgres()
    const folder = fs.mkdtempSync(path.join(desk.folder, 'regions-'))
    for (const each of [desk.folder, folder]) fs.chmodSync(each, 0o711)
    if (AS_NOBODY) fs.chownSync(folder, 65534, 65534)
    const [first, second] = [await freePort(0), await freePort(0)]
    const [one, two, three] = ['first', 'second', 'first-again'].map((name) => path.join(folder, name))
    const control = (data: string | undefined, rest: string) =>
      `${AS_NOBODY}${bin}/pg_ctl -D ${data} -w -l ${data}.log ${rest}`
    const start = (data: string | undefined, port: number) =>
      control(data, `-o "-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=" start >&2`)
    const at = (port: number) => `postgresql://postgres@127.0.0.1:${port}/postgres`
    const writer = (port: number) => `export WRITER_URL=${at(port)} STANDBY_URL=${at(second)}`
    const follow = (data: string | undefined, port: number, slot: string) => [
      writer(port),
      page.command('pg_create_physical_replication_slot', { first: slot }),
      AS_NOBODY +
        page.command('pg_basebackup', {
          pg_basebackup: `${bin}/pg_basebackup`,
          '/var/lib/postgresql/data': data ?? '',
          first: slot,
        }),
    ]
    const streaming = page.command('pg_stat_replication')
    const isFollowed = (port: number) =>
      until(async () => /streaming/.test((await desk.run(writer(port), streaming)).out), 20_000, 500)
    try {
      await desk.sees([`${AS_NOBODY}${bin}/initdb -D ${one} -U postgres -A trust`, start(one, first)], /./)
      await desk.sees([...follow(two, first, 'second'), start(two, second)], /./)
      insist(await isFollowed(first), 'the standby does not follow')
      await standbyBehind(desk, writer(first))
      await desk.sees([writer(first), 'psql "$WRITER_URL" -c "CREATE TABLE kept AS SELECT 1 AS n"'], /SELECT 1/)
      await desk.sees(control(one, '-m immediate stop'), /./)
      await desk.sees([writer(second), page.command('AS behind')], /behind/)
      await desk.sees([writer(second), page.command('pg_promote')], /t\n/)
      await desk.sees([writer(second), 'psql "$WRITER_URL" -c "INSERT INTO kept VALUES (2)"'], /INSERT 0 1/)
      await desk.sees([...follow(three, second, 'first'), start(three, first)], /./)
      insist(await isFollowed(second), 'the lost region does not come back')
      return 'the standby promoted after an immediate stop of the writer, and the lost one back as its standby'
    } finally {
      for (const data of [one, two, three])
        spawnSync('bash', ['-c', control(data, '-m immediate stop')], { stdio: 'ignore' })
    }
  },
}

/** The questions of replica-lags.md, on a standby whose replay is held. */
async function standbyBehind(desk: Desk, addresses: string) {
  const page = new RunbookPage('replica-lags')
  const ask = (where: 'WRITER' | 'STANDBY', sql: string) => [addresses, `psql "$${where}_URL" -c "${sql}"`]
  await desk.sees(ask('STANDBY', 'select pg_wal_replay_pause()'), /1 row/)
  await desk.sees(ask('WRITER', 'create table later as select 1 as n'), /SELECT 1/)
  await desk.sees(ask('WRITER', page.command('replay_lag')), /streaming/)
  await desk.sees(ask('STANDBY', page.command('pg_last_xact_replay_timestamp')), /1 row/)
  await desk.sees(ask('STANDBY', page.command("state = 'active'")), /pg_stat_activity/)
  await desk.sees(ask('STANDBY', 'select pg_wal_replay_resume()'), /1 row/)
  insist(
    await until(async () => /1 row/.test((await desk.run(...ask('STANDBY', 'select * from later'))).out), 20_000, 500),
    'the standby does not catch up',
  )
}
