import fs from 'node:fs'
import path from 'node:path'
import type { Query } from '../../server/backup/table-checksums'
import { sha256Of } from '../../server/storage/describe-picture'
import { listMigrations } from '../migrate'
import { bad, type Finding, ok, warning } from './finding'

const LEAST_VERSION = 140_000

/** How far this machine's clock is from another one's, ms, by an answer to a question of a known length. */
export async function clockOffset(ask: () => Promise<number>): Promise<number> {
  const before = Date.now()
  const theirs = await ask()
  return theirs - (before + Date.now()) / 2
}

export function judgeClock(whose: string, offsetMs: number): Finding {
  const said = `This clock and ${whose} are ${(Math.abs(offsetMs) / 1_000).toFixed(1)} s apart.`
  const advice = 'Keep both machines by NTP; sessions, limits and the opening of exhibitions go by their clocks.'
  if (Math.abs(offsetMs) > 30_000) return bad(said, advice)
  return Math.abs(offsetMs) > 2_000 ? warning(said, advice) : ok(said)
}

interface Facts {
  version: string
  number: string
  encoding: string
  isStandby: boolean
  used: number
  most: number
  now: number
}

export async function checkDatabase(query: Query): Promise<Finding[]> {
  const ask = async () => {
    const [facts] = await query<Facts & Record<string, unknown>>(`
      SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number,
        current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS "isStandby",
        (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
        current_setting('max_connections')::int AS most, extract(epoch FROM clock_timestamp())::float8 * 1000 AS now`)
    if (!facts) throw new Error('PostgreSQL says nothing')
    return facts
  }
  const facts = await ask()
  const offset = await clockOffset(async () => (await ask()).now)
  const findings: Finding[] = [
    Number(facts.number) >= LEAST_VERSION
      ? ok(`PostgreSQL ${facts.version}.`)
      : bad(`PostgreSQL ${facts.version} is too old.`, 'Vernissage wants 14 or later: docs/upgrading.md.'),
  ]
  if (facts.encoding !== 'UTF8')
    findings.push(
      bad(
        `The database's encoding is ${facts.encoding}.`,
        "Make one with ENCODING 'UTF8' and restore a backup into it.",
      ),
    )
  if (facts.isStandby)
    findings.push(
      bad(
        'DATABASE_URL names a standby, which takes no writes.',
        'Name the primary, or promote this one: docs/runbooks/region-lost.md.',
      ),
    )
  const share = facts.used / facts.most
  const said = `${facts.used} of ${facts.most} connections are in use.`
  findings.push(
    share > 0.8
      ? warning(said, 'Raise max_connections, lower DATABASE_POOL, or put a pooler between: docs/database.md.')
      : ok(said),
  )
  return [...findings, judgeClock("the database's", offset)]
}

interface Applied {
  name: string
  checksum: string
  isWhole: boolean
}

/** Whether the tables are those of this release. */
export async function checkMigrations(query: Query, root: string): Promise<Finding[]> {
  const rows = await query<Applied & Record<string, unknown>>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isWhole" FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  ).catch((error: { code?: string }) => (error.code === '42P01' ? [] : Promise.reject(error)))
  const ours = listMigrations(root)
  const applied = new Map(rows.map((row) => [row.name, row]))
  const broken = rows.filter(({ isWhole }) => !isWhole).map(({ name }) => name)
  if (broken.length > 0) {
    const advice = `Look at what it did, then npx prisma migrate resolve --rolled-back ${broken[0]} (or --applied), and npm start.`
    return [bad(`The migration ${broken.join(', ')} broke off.`, advice)]
  }
  const findings: Finding[] = []
  const later = rows.filter(({ name }) => !ours.includes(name)).map(({ name }) => name)
  if (later.length > 0)
    findings.push(
      warning(
        `The tables are of a later release (${later.length} migrations that this one does not know).`,
        'Fine while a release is rolled back or out; otherwise start the later one.',
      ),
    )
  const changed = ours.filter((name) => {
    const present = applied.get(name)
    return (
      present &&
      present.checksum !== sha256Of(fs.readFileSync(path.join(root, 'prisma/migrations', name, 'migration.sql')))
    )
  })
  if (changed.length > 0)
    findings.push(
      bad(
        `${changed.join(', ')} was changed after it was applied.`,
        'Bring the file back from the release; a change of tables is a new migration.',
      ),
    )
  const pending = ours.filter((name) => !applied.has(name))
  const said = `${ours.length - pending.length} of ${ours.length} migrations are applied.`
  return [
    ...findings,
    pending.length > 0 ? warning(said, 'npm start applies the rest, or npx prisma migrate deploy.') : ok(said),
  ]
}
