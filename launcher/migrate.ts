import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { withClient } from '../server/platform/embedded-postgres/connection'
import { step } from './progress.mjs'
import { type Context, runNode } from './run-command'

const PRISMA = 'node_modules/prisma/build/index.js'
const MISSING_TABLE = '42P01'

/**
 * Applies the migrations that the database lacks; several processes may do so at once.
 *
 * @returns whether there were any
 */
export async function migrate(databaseUrl: string, context: Context): Promise<boolean> {
  if (!(await hasPendingMigrations(context.root, databaseUrl))) return false
  const title = 'Preparing the tables'
  await step(title, (note) => runNode([PRISMA, 'migrate', 'deploy'], title, { ...context, note }))
  return true
}

/**
 * Whether some migration of this release is not applied yet. A look into the table costs milliseconds where Prisma's
 * own command costs seconds; whatever is out of the ordinary is left to that command.
 */
async function hasPendingMigrations(root: string, databaseUrl: string): Promise<boolean> {
  const ours = listMigrations(root)
  const applied = await withClient(databaseUrl, (client) =>
    client.query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    ),
  ).catch((error: unknown) => {
    if (error instanceof pg.DatabaseError && error.code === MISSING_TABLE) return { rows: [] }
    throw error
  })
  const names = new Set(applied.rows.map((row) => row.migration_name))
  return ours.some((name) => !names.has(name))
}

/** Names of this release's migrations, in their order. */
export function listMigrations(root: string): string[] {
  const entries = fs.readdirSync(path.join(root, 'prisma/migrations'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}
