import fs from 'node:fs'
import pg from 'pg'
import { DATABASE_USER } from './create-cluster'

/** Generous: on a machine that is busy building, a connection takes seconds. */
const CONNECT_LIMIT_MS = 10_000
const WRONG_PASSWORD = '28P01'
/** The database is there already; another process made it a moment ago. */
const ALREADY_MADE = new Set(['42P04', '23505'])

export function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`
}

/** Asks the server on a port whether it serves this very folder, and not merely the same port. */
export async function reachesCluster(
  port: number,
  password: string,
  cluster: string,
): Promise<'yes' | 'no' | 'refused'> {
  try {
    const folder = await withClient(urlOf(port, password, 'postgres'), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
      return rows[0]?.data_directory
    })
    return folder !== undefined && isSameFolder(folder, cluster) ? 'yes' : 'no'
  } catch (error) {
    return (error as { code?: string }).code === WRONG_PASSWORD ? 'refused' : 'no'
  }
}

/** Makes a database unless it is there; several callers at once are fine. */
export async function ensureDatabase(port: number, password: string, database: string): Promise<void> {
  await withClient(urlOf(port, password, 'postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (rowCount) return
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`).catch((error: { code?: string }) => {
      if (!ALREADY_MADE.has(error.code ?? '')) throw error
    })
  })
}

/** Runs some work on a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS })
  client.on('error', () => {}) // the query that is under way reports it
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function isSameFolder(a: string, b: string): boolean {
  try {
    return fs.realpathSync(a) === fs.realpathSync(b)
  } catch {
    return false
  }
}
