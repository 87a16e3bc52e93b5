/** `npx tsx drills/show/tell.ts URL`: the story, told to a house that runs already, e.g. one that deploy/images has assembled. DATABASE_URL and VERNISSAGE_DATA are that house's. */
import pg from 'pg'
import { z } from 'zod'
import { History } from '../history/history'
import { Steps } from './steps'
import { tellStory } from './story'

const url = z.url().parse(process.argv[2]).replace(/\/$/, '')
const { DATABASE_URL, VERNISSAGE_DATA } = z
  .object({ DATABASE_URL: z.url(), VERNISSAGE_DATA: z.string() })
  .parse(process.env)
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 2 })
const query = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await pool.query<T>(sql, values)).rows
const steps = new Steps()
await tellStory(steps, { url, house: { query, dataFolder: VERNISSAGE_DATA } }, new History()).catch(() => {})
await pool.end()
console.log(steps.table())
process.exit(steps.isOk ? 0 : 1)
