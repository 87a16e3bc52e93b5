import pg from 'pg'
import { env } from '@/server/platform/env'
import type { BenchRow, BenchTable } from '../painter'
import { catchStatements, type Statement } from './catch-statements'
import { fillHouse } from './fill-house'
import { lists } from './lists'
import { readPlan } from './read-plan'

/** A table with more rows is not to be read from end to end. */
const LARGE = 10_000
/** Pages that are turned before a list is measured far down. */
const FAR = 20

async function largeTables(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND reltuples > $1 AND relnamespace = 'public'::regnamespace`,
    [LARGE],
  )
  return new Set(rows.map(({ name }) => name))
}

async function figuresOf(client: pg.Client, statements: Statement[]) {
  const figures = { rowsRead: 0, ms: 0, scanned: [] as string[] }
  for (const { text, values } of statements) {
    const plan = await readPlan(client, text, values)
    figures.rowsRead += plan.rowsRead
    figures.ms += plan.ms
    figures.scanned.push(...plan.scanned)
  }
  return figures
}

/** Each list's statements, as the product sends them, held against finding the same rows by primary key. */
async function benchLists(): Promise<BenchTable[]> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, options: '-c timezone=UTC' })
  await client.connect()
  // One that was made before may be measured again.
  const { rowCount } = await client.query('SELECT 1 FROM "Artwork" LIMIT 1')
  if (rowCount === 0) await fillHouse(client)
  const large = await largeTables(client)
  const [rowsRead, times]: [BenchRow[], BenchRow[]] = [[], []]
  const measure = async (
    name: string,
    list: (cursor?: string) => ReturnType<(typeof lists)[string]>,
    cursor?: string,
  ) => {
    let page: Awaited<ReturnType<typeof list>> | undefined
    const statements = await catchStatements(async () => {
      page = await list(cursor)
    })
    if (!page) throw new Error(name)
    const { table, ids } = page
    const found = await figuresOf(client, statements)
    const byKey = await readPlan(client, `SELECT * FROM ${table} WHERE "id" = ANY($1)`, [ids])
    const scanned = found.scanned.filter((one) => large.has(one))
    const named = scanned.length > 0 ? `${name}: reads all of ${[...new Set(scanned)].join(', ')}` : name
    const goal = { goal: 'no sequential scan', isMet: scanned.length === 0 }
    const row = (value: number, unit: string, baseline: number) => {
      const isKnown = ids.length > 0
      return {
        name: named,
        value,
        unit,
        baseline: isKnown ? baseline : Number.NaN,
        ratio: isKnown ? value / baseline : Number.NaN,
      }
    }
    rowsRead.push({ ...row(found.rowsRead, 'rows', ids.length), ...goal })
    times.push({ ...row(found.ms, 'ms', byKey.ms), ...goal })
  }
  for (const [name, list] of Object.entries(lists)) {
    await measure(name, list)
    let cursor: string | null | undefined
    for (let turned = 0; turned < FAR && cursor !== null; turned++) cursor = (await list(cursor)).nextCursor
    if (cursor) await measure(`${name}, page ${FAR + 1}`, list, cursor)
  }
  await client.end()
  const against = 'against the same rows by primary key'
  return [
    { title: `Rows read by each list, 100,000 works and 1,000,000 likes, ${against}`, rows: rowsRead },
    { title: `Time of each list in PostgreSQL, ${against}`, rows: times },
  ]
}

/** A process of its own, because a process opens one database only: prints its tables as JSON. Usage: DATABASE_URL=... run.ts */
benchLists().then(
  (tables) => process.stdout.write(JSON.stringify(tables), () => process.exit(0)),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
