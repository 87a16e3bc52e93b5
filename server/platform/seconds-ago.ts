import { db } from './db'

/** The moment so many seconds ago by the database's clock, which is one for all; those of web and workers may be minutes apart. */
export async function secondsAgo(seconds: number): Promise<Date> {
  const [row] = await db.$queryRaw<{ moment: Date }[]>`SELECT now() - make_interval(secs => ${seconds}) AS moment`
  if (!row) throw new Error('PostgreSQL did not tell the time.')
  return row.moment
}
