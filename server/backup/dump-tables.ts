import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { version } from '@/server/platform/version'
import { BackupError } from './backup-error'
import type { Manifest } from './manifest'
import type { Client } from './open-client'
import { listTables, tableChecksum } from './table-checksums'

const ROWS_AT_ONCE = 200

/** Each row as a line of JSON, read by a cursor, so that no table has to fit into memory. */
async function* linesOf({ query }: Client, table: string) {
  await query(`DECLARE backup NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM ${table} t`)
  for (;;) {
    const rows = await query<{ line: string }>(`FETCH ${ROWS_AT_ONCE} FROM backup`)
    if (rows.length === 0) break
    yield `${rows.map(({ line }) => line).join('\n')}\n`
  }
  await query('CLOSE backup')
}

async function columnsOf({ query }: Client, table: string): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  )
  return rows.map(({ name }) => name)
}

async function listMigrations({ query }: Client): Promise<Manifest['migrations']> {
  const rows = await query<{ name: string; checksum: string; isWhole: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isWhole" FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  )
  const broken = rows.find(({ isWhole }) => !isWhole)
  if (broken) throw new BackupError(`The migration ${broken.name} broke off: mend it first (npm run doctor says how).`)
  return rows.map(({ name, checksum }) => ({ name, checksum }))
}

/**
 * Writes every table of the data model into `folder`/tables as gzipped lines of JSON. Readable by any PostgreSQL of any later version, and
 * by people. To be called inside the transaction whose snapshot is meant.
 */
export async function dumpTables(client: Client, folder: string): Promise<Omit<Manifest, 'format' | 'pictures'>> {
  const { query } = client
  await rm(path.join(folder, 'tables'), { recursive: true, force: true })
  await mkdir(path.join(folder, 'tables'), { mode: 0o700 })
  const migrations = await listMigrations(client)
  const [facts] = await query<{ takenAt: string; postgres: string }>(
    `SELECT to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "takenAt", current_setting('server_version') AS postgres`,
  )
  if (!facts) throw new Error('PostgreSQL does not say what time it is')
  const tables: Manifest['tables'] = []
  for (const name of await listTables(query)) {
    const file = `tables/${name.replaceAll('"', '')}.jsonl.gz`
    const target = createWriteStream(path.join(folder, file), { mode: 0o600, flush: true })
    await pipeline(Readable.from(linesOf(client, name)), createGzip(), target)
    tables.push({ name, file, columns: await columnsOf(client, name), sum: await tableChecksum(query, name) })
  }
  const partitions = await query<{ name: string; of: string; bounds: string }>(
    `SELECT c.oid::regclass::text AS name, i.inhparent::regclass::text AS of, pg_get_expr(c.relpartbound, c.oid) AS bounds
     FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
     WHERE c.relpartbound IS NOT NULL AND c.relkind IN ('r', 'p') AND p.relnamespace = 'public'::regnamespace ORDER BY 1`,
  )
  const sequences = await query<{ name: string; last: string }>(
    `SELECT quote_ident(sequencename) AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  )
  return { release: version, ...facts, migrations, tables, partitions, sequences }
}
