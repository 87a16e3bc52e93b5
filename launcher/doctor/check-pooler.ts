import pg from 'pg'
import { bad, type Finding, ok } from './finding'

/** Whether what stands between gives the sessions the settings that a pooler does not pass on. */
export async function checkPooler(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, options: '-c timezone=UTC' })
  client.on('error', () => {}) // told by the query
  try {
    await client.connect()
    const { rows } = await client.query<{ TimeZone: string }>('SHOW timezone')
    const zone = rows[0]?.TimeZone
    if (zone === 'UTC') return [ok('The pooler answers, and its sessions keep UTC.')]
    return [
      bad(
        `Sessions of the pooler keep ${zone} and not UTC: times would be wrong.`,
        "Give it connect_query='SET timezone = ''UTC''': docs/database.md.",
      ),
    ]
  } finally {
    await client.end().catch(() => {})
  }
}
