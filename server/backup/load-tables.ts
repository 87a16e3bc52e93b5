import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import readline from 'node:readline'
import { createGunzip } from 'node:zlib'
import { sha256Of } from '@/server/storage/describe-picture'
import { BackupError } from './backup-error'
import type { Manifest } from './manifest'
import type { Client } from './open-client'
import { tableChecksum } from './table-checksums'

/** Rows of one statement end at so many characters. */
const STATEMENT_CHARACTERS = 4_000_000

/** The table in which Prisma notes what was applied; made by its own command otherwise. */
const MIGRATIONS_TABLE = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

/** The scripts that made the backup's tables, in their order. @throws {BackupError} where this release has not the same ones */
export async function readMigrations({ migrations, release }: Manifest, folder: string): Promise<string[]> {
  const scripts: string[] = []
  for (const { name, checksum } of migrations) {
    const script = await readFile(path.join(folder, name, 'migration.sql')).catch(() => null)
    if (!script || sha256Of(script) !== checksum) {
      throw new BackupError(
        `The backup was made by release ${release}, whose migration ${name} this one does not have: restore it with that release, or a later one.`,
      )
    }
    scripts.push(script.toString('utf8'))
  }
  return scripts
}

async function insert({ query }: Client, name: string, columns: string, lines: string[]) {
  if (lines.length === 0) return
  await query(
    `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1::json)`,
    [`[${lines.join(',')}]`],
  )
}

async function loadTable(client: Client, folder: string, table: Manifest['tables'][number]) {
  const columns = table.columns.join(', ')
  const lines = readline.createInterface({
    input: createReadStream(path.join(folder, table.file)).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let [batch, characters]: [string[], number] = [[], 0]
  for await (const line of lines) {
    batch.push(line)
    characters += line.length
    if (characters < STATEMENT_CHARACTERS) continue
    await insert(client, table.name, columns, batch)
    ;[batch, characters] = [[], 0]
  }
  await insert(client, table.name, columns, batch)
}

interface ForeignKey {
  table: string
  name: string
  definition: string
}

/**
 * Makes the tables as they were by the scripts that made them, and fills them. One transaction: all of it, with every checksum as it
 * was, or nothing. Keys between tables are put in last, since works and manners point at each other; that needs no more than to own the tables.
 *
 * @param scripts see readMigrations
 * @throws {BackupError} where a table did not become what it was
 */
export async function loadTables(client: Client, folder: string, manifest: Manifest, scripts: readonly string[]) {
  const { query, run } = client
  await query('BEGIN')
  try {
    await query(MIGRATIONS_TABLE)
    // In a new table there is nobody to make way for, and CONCURRENTLY does not go with a transaction.
    for (const script of scripts) await run(script.replaceAll(/\bINDEX CONCURRENTLY\b/gi, 'INDEX'))
    for (const { name, of, bounds } of manifest.partitions)
      await query(`CREATE TABLE ${name} PARTITION OF ${of} ${bounds}`)
    const keys = await query<ForeignKey & Record<string, string>>(
      `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    )
    for (const { table, name } of keys) await query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
    for (const table of manifest.tables) await loadTable(client, folder, table)
    for (const { table, name, definition } of keys)
      await query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
    for (const { name, last } of manifest.sequences)
      await query('SELECT setval($1::regclass, $2::bigint)', [name, last])
    for (const { name, sum } of manifest.tables) {
      if ((await tableChecksum(query, name)) !== sum)
        throw new BackupError(`The table ${name} did not come out of the backup as it went in. Nothing was restored.`)
    }
    await query('COMMIT')
  } catch (error) {
    await query('ROLLBACK').catch(() => {})
    throw error
  }
}
