import pg from 'pg'

/** A connection of its own whose answers do not depend on the server's settings, and its plain way to ask. Not limited in time: a table may be large. */
export async function openClient(databaseUrl: string) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'vernissage-tools',
  })
  client.on('error', () => {}) // the query under way reports it
  await client.connect()
  await client.query(
    `SET timezone = 'UTC'; SET datestyle = 'ISO'; SET bytea_output = 'hex'; SET extra_float_digits = 1`,
  )
  const query = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await client.query<T>(sql, values)).rows
  return { query, run: (script: string) => client.query(script), end: () => client.end().catch(() => {}) }
}

export type Client = Awaited<ReturnType<typeof openClient>>
