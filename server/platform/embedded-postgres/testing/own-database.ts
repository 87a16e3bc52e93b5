import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, inject } from 'vitest'
import { copyDatabase, dropDatabase } from './copy-database'

/**
 * Before each integration test file: a database, a data folder and (with REDIS_URL) a Redis database of its own, named
 * by the environment, so that the code under test finds them as it would in production.
 */
const databaseUrl = await copyDatabase(inject('templateUrl'))
const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-test-data-'))

process.env.DATABASE_URL = databaseUrl
process.env.VERNISSAGE_DATA = dataFolder
process.env.LOG_LEVEL ??= 'silent'
process.env.AUTH_SECRET ??= randomBytes(32).toString('base64url')
// Realtime and limits of a test go where its queue goes.
delete process.env.REDIS_CACHE_URL
if (process.env.REDIS_URL) process.env.REDIS_URL = await emptyRedis(process.env.REDIS_URL)

afterAll(async () => {
  await dropDatabase(databaseUrl)
  fs.rmSync(dataFolder, { recursive: true, force: true })
})

/** The Redis database of this test process: test files of one process run one after the other. */
async function emptyRedis(serverUrl: string): Promise<string> {
  const url = new URL(serverUrl)
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) {
    throw new Error(`Tests empty the Redis they use, so it must be on this machine: ${url.hostname} is not.`)
  }
  url.pathname = `/${Number(process.env.VITEST_POOL_ID ?? 1) % 16}`
  const redis = new Redis(url.href)
  await redis.flushdb()
  redis.disconnect()
  return url.href
}
