import { setUpAddress } from '../server/accounts/set-up-token'
import { openClient } from '../server/backup/open-client'

interface House {
  databaseUrl: string
  port: number
  authSecret: string
}

/** Where a house without an operator is set up; undefined for one that has one. */
export async function findSetUp({ databaseUrl, port, authSecret }: House): Promise<string | undefined> {
  const client = await openClient(databaseUrl)
  const rows = await client
    .query(`SELECT 1 FROM "Person" WHERE "role" = 'OPERATOR' LIMIT 1`)
    .finally(() => client.end())
  return rows.length > 0 ? undefined : setUpAddress(`http://localhost:${port}`, authSecret)
}
