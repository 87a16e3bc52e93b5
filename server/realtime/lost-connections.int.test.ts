import pg from 'pg'
import { expect, it, vi } from 'vitest'
import { env } from '@/server/platform/env'
import { createIo } from './create-io'

const listening = `FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`

it('listens again, and can still speak, however often the database has cut its connections', async () => {
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  const untilListening = () =>
    vi.waitFor(async () => expect((await client.query(`SELECT pid ${listening}`)).rowCount).toBe(1), {
      timeout: 20_000,
      interval: 100,
    })
  const realtime = await createIo()
  // More often than the pool has connections.
  for (let cut = 0; cut < 3; cut++) {
    await untilListening()
    await client.query(`SELECT pg_terminate_backend(pid) ${listening}`)
  }
  await untilListening()
  await realtime.check()
  await realtime.close()
  await client.end()
})
