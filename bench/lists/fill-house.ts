import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'

/** The same as `id_of` in make-rows.sql. */
export const idOf = (kind: keyof typeof kinds, number: number) =>
  `0190${kinds[kind].toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
const kinds = { person: 1, artwork: 3, exhibition: 4, room: 5, collection: 7 } as const

/** A house with 100,000 works and a million likes, and the rest in proportion. Wants a superuser, and a migrated database without rows. */
export async function fillHouse(client: pg.Client): Promise<void> {
  const plan = JSON.stringify(rectangularPlan({ width: 16, depth: 20, height: 4.6 }))
  const script = readFileSync(path.resolve('bench/lists/make-rows.sql'), 'utf8')
  await client.query(script.replace(':plan', pg.escapeLiteral(plan)))
  // What an autovacuum would have done by and by.
  await client.query('VACUUM ANALYZE')
}
