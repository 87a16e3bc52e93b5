import pg from 'pg'
import { plainUrl } from './adapter.mjs'

/** PostgreSQL's error codes and the codes under which Prisma knows them. */
const PRISMA_CODES = { '3D000': 'P1003', '28P01': 'P1000', '42P04': 'P1009' }
const UNREACHABLE = 'P1001'

/**
 * Answers `cli can-connect-to-database` and `cli create-database`: exit code 0, or 1 with one JSON line on stderr.
 *
 * @param {string | undefined} command
 * @param {string} url
 * @returns {Promise<number>} the exit code
 */
export async function runDatabaseCommand(command, url) {
  process.stderr.write('\n') // Prisma reads from the first line break on
  const target = new URL(plainUrl(url))
  const database = decodeURIComponent(target.pathname.slice(1)) || 'postgres'
  try {
    if (command === 'create-database') await createDatabase(target, database)
    else await query(target, 'SELECT 1')
    return 0
  } catch (error) {
    const code = PRISMA_CODES[error.code] ?? UNREACHABLE
    const message = explain(code, error, target, database)
    const fields = { message, is_panic: false, error_code: code }
    const line = { timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' }
    process.stderr.write(`${JSON.stringify(line)}\n`)
    return 1
  }
}

async function createDatabase(target, database) {
  const admin = new URL(target)
  admin.pathname = '/postgres'
  await query(admin, `CREATE DATABASE ${pg.escapeIdentifier(database)}`)
}

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url.href })
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end().catch(() => {})
  }
}

function explain(code, error, target, database) {
  if (code === 'P1003') return `Database \`${database}\` does not exist`
  if (code === UNREACHABLE) return `Can't reach database server at \`${target.host}\`: ${error.message || error.code}`
  return error.message
}
