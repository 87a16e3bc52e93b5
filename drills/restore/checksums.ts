import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { House } from '../house/house'

/** Rows and md5 of every table of the data model, whatever the order of its rows. */
export async function tableChecksums({ query }: House): Promise<Map<string, string>> {
  const tables = await query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const sums = new Map<string, string>()
  for (const { name } of tables) {
    const [row] = await query<{ sum: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS sum FROM ${name} t`,
    )
    sums.set(name, row?.sum ?? '')
  }
  return sums
}

/** SHA-256 of every kept picture, by its path. */
export function fileChecksums(dataFolder: string): Map<string, string> {
  const folder = path.join(dataFolder, 'pictures', 'files')
  const names = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    names.map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return [path.relative(folder, file), createHash('sha256').update(fs.readFileSync(file)).digest('hex')]
    }),
  )
}

/** What differs between two sets of sums. */
export function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  const names = new Set([...one.keys(), ...other.keys()])
  return [...names].filter((name) => one.get(name) !== other.get(name))
}
