import { runMigrations } from 'bullmq'
import pg from 'pg'
import { backEnd } from '@/server/platform/back-end'
import { directUrl } from '@/server/platform/direct-url'
import { queueSchema } from './settings'

/** Brings the queue's tables to their present form; nothing to do on Redis. Any number of processes may call it at once. */
export async function prepareQueue(): Promise<void> {
  if (backEnd === 'redis') return
  const client = new pg.Client({ connectionString: directUrl, connectionTimeoutMillis: 20_000 })
  await client.connect()
  try {
    await runMigrations(client, queueSchema)
  } finally {
    await client.end()
  }
}
