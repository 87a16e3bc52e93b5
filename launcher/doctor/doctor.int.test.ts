import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { openClient } from '@/server/backup/open-client'
import { startRedis } from '../testing/redis-server'
import { checkDatabase, checkMigrations, judgeClock } from './check-database'
import { checkModels, checkProviders } from './check-painter'
import { checkPictures } from './check-pictures'
import { checkQueue } from './check-queue'
import { checkRedis, checkRedisCache } from './check-redis'
import { checkReplica } from './check-replica'
import { checkSettings } from './check-settings'
import { examine, type Finding, writeReports } from './finding'

const root = process.cwd()
const databaseUrl = process.env.DATABASE_URL ?? ''
const given = { DATABASE_URL: 'postgresql://localhost/gallery', AUTH_SECRET: 'x'.repeat(32) }

const states = (findings: Finding[]) => findings.map(({ state }) => state)
const saw = (findings: Finding[], state: Finding['state']) =>
  findings.filter((finding) => finding.state === state).map((finding) => finding.saw)

async function withQuery<T>(work: (query: Awaited<ReturnType<typeof openClient>>['query']) => Promise<T>): Promise<T> {
  const client = await openClient(databaseUrl)
  return work(client.query).finally(() => client.end())
}

test('settings: what cannot be meant, contradicts itself or is misspelt', () => {
  expect(states(checkSettings(given))).toEqual(['ok'])
  expect(saw(checkSettings({ ...given, PORT: 'http' }), 'bad').join()).toMatch(/^PORT: /)
  expect(saw(checkSettings({ ...given, PAINTER_PROVIDER: 'cuda', PATH: '/bin' }), 'warning')).toEqual([
    'PAINTER_PROVIDER is no setting of ours, and does nothing.',
  ])
  const halfSecure = { ...given, PUBLIC_URL: 'http://gallery.example', SECURE_COOKIES: 'true', TRUSTED_PROXIES: '1' }
  expect(saw(checkSettings(halfSecure), 'bad').join()).toMatch(/nobody can stay signed in/)
})

test('settings of a bucket that is not named, and half a key', () => {
  const findings = checkSettings({ ...given, S3_ENDPOINT: 'http://127.0.0.1:9000', S3_ACCESS_KEY_ID: 'a' })
  expect(states(findings)).toEqual(['warning', 'bad', 'ok'])
})

test('a replica that is none, and one that does not answer', async () => {
  await withQuery(async (query) => {
    expect(saw(await checkReplica(query, databaseUrl), 'bad').join()).toMatch(/follows nobody/)
    expect(saw(await checkReplica(query, 'postgresql://x@127.0.0.1:1/x'), 'bad').join()).toMatch(/does not answer/)
  })
})

test('the database: a fine one, a migration that broke off, one that is missing, one of later', async () => {
  await withQuery(async (query) => {
    expect(states(await checkDatabase(query))).toEqual(['ok', 'ok', 'ok'])
    expect(states(await checkMigrations(query, root))).toEqual(['ok'])
    await query('BEGIN')
    await query(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_init'`)
    expect(saw(await checkMigrations(query, root), 'bad').join()).toMatch(/_init broke off/)
    await query('ROLLBACK; BEGIN')
    await query(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_init'`)
    expect(states(await checkMigrations(query, root))).toEqual(['warning'])
    await query('ROLLBACK; BEGIN')
    await query(
      `UPDATE _prisma_migrations SET migration_name = '29990101000000_later' WHERE migration_name LIKE '%_init'`,
    )
    expect(saw(await checkMigrations(query, root), 'warning').join()).toMatch(/of a later release/)
    await query('ROLLBACK; BEGIN')
    await query(`UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name LIKE '%_init'`)
    expect(saw(await checkMigrations(query, root), 'bad').join()).toMatch(/was changed after/)
    await query('ROLLBACK')
  })
})

test('clocks', () => {
  expect([100, -5_000, 60_000].map((offset) => judgeClock('x', offset).state)).toEqual(['ok', 'warning', 'bad'])
})

test('the queue: an order that does not get in, and nobody at work', async () => {
  await withQuery(async (query) => {
    expect(states(await checkQueue(query, false))).toEqual(['ok'])
    expect(saw(await checkQueue(query, true), 'bad')).toEqual(['0 orders wait; 0 workers are heard.'])
    await query('BEGIN')
    await query(
      `INSERT INTO "OutboxEntry" ("topic", "key", "payload", "createdAt") VALUES ('t', 'k', '{}', now() - interval '5 min')`,
    )
    await query(
      `INSERT INTO "WorkerPresence" ("id", "modelName", "modelVersion", "provider", "notes") VALUES ('w', 'm', '1', 'cpu', '{"no cuda"}')`,
    )
    const findings = await checkQueue(query, true)
    expect(saw(findings, 'bad').join()).toMatch(/has waited 300 s for the way into the queue/)
    expect(saw(findings, 'warning')).toEqual(['no cuda'])
    await query('ROLLBACK')
  })
})

test('pictures: a row whose file is not there', async () => {
  await withQuery(async (query) => {
    expect(states(await checkPictures(query))).toEqual(['ok'])
    await query('BEGIN')
    await query(
      `INSERT INTO "StoredFile" ("sha256", "bytes", "mimeType") VALUES ('${'ab'.repeat(32)}', 1, 'image/png')`,
    )
    expect(saw(await checkPictures(query), 'bad').join()).toMatch(/^1 of 1 pictures/)
    await query('ROLLBACK')
  })
})

test('networks and execution providers are really opened', async () => {
  expect(states(await checkModels('/nowhere'))).toEqual(['ok'])
  const findings = await checkProviders('nosuch,cpu')
  expect(saw(findings, 'warning').join()).toMatch(/nosuch/)
  expect(saw(findings, 'ok').join()).toMatch(/done by cpu/)
})

test('Redis: none, one that keeps nothing, one that does not answer', async ({ skip }) => {
  expect(states(await checkRedis(undefined))).toEqual(['skipped'])
  const redis = await startRedis()
  if (!redis) return skip('no redis-server on this machine')
  const findings = await checkRedis(redis.url)
  expect(saw(findings, 'warning').join()).toMatch(/append-only/)
  expect(saw(findings, 'bad')).toEqual([])
  await redis.stop()
  expect(saw(await checkRedis(redis.url), 'bad').join()).toMatch(/does not answer/)
})

test('a second Redis: none, one without a limit, one that would fill up, one that forgets', async ({ skip }) => {
  expect(states(await checkRedisCache(undefined))).toEqual(['skipped'])
  const redis = await startRedis()
  if (!redis) return skip('no redis-server on this machine')
  expect(saw(await checkRedisCache(redis.url), 'warning')).toEqual([])
  const client = new Redis(redis.url)
  await client.config('SET', 'maxmemory', '4mb')
  expect(saw(await checkRedisCache(redis.url), 'warning').join()).toMatch(/may fill up/)
  await client.config('SET', 'maxmemory-policy', 'allkeys-lru')
  expect(saw(await checkRedisCache(redis.url), 'warning')).toEqual([])
  client.disconnect()
  await redis.stop()
})

test('a look that breaks is told like any other', async () => {
  const reports = await examine([{ name: 'moon', look: () => Promise.reject(new Error('it is cloudy')) }])
  expect(writeReports(reports)).toMatch(/BAD {3}moon {2}This could not be looked at: it is cloudy\..*1 bad$/s)
})
