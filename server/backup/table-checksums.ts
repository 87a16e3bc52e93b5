import type pg from 'pg'

export type Query = <T extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<T[]>

/** Tables of the data model, as SQL writes their names. Transport (queue, realtime, limits) has schemas of its own. */
export async function listTables(query: Query): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

/** Rows and md5 of a table, whatever the order of its rows: `12 d41d8cd98f…`. Times are compared as the session's zone writes them. */
export async function tableChecksum(query: Query, table: string): Promise<string> {
  const [row] = await query<{ sum: string }>(
    `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS sum FROM ${table} t`,
  )
  return row?.sum ?? ''
}

/** The same of every table of the data model. */
export async function tableChecksums(query: Query): Promise<Map<string, string>> {
  const sums = new Map<string, string>()
  for (const table of await listTables(query)) sums.set(table, await tableChecksum(query, table))
  return sums
}
