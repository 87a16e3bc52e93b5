import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Query } from '@/server/backup/table-checksums'
import { withClient } from './embedded-postgres/connection'
import { makeStandby } from './embedded-postgres/make-standby'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/start'
import { makeRunFolder, sweepAbandonedRuns } from './embedded-postgres/testing/run-folder'

/** A primary, and a standby that streams from it, both real. */
const password = 'only-for-tests-on-loopback'
const FOLDER_PREFIX = 'vernissage-replica-'
const folder = makeRunFolder(FOLDER_PREFIX)
const [primaryFolder, standbyFolder] = [path.join(folder, 'postgres'), path.join(folder, 'standby')]
let primary: EmbeddedPostgres
let standby: EmbeddedPostgres
let modules: Awaited<ReturnType<typeof load>>

const start = (cluster: string) =>
  startEmbeddedPostgres({ cluster, password, database: 'vernissage', port: 0, settings: ['fsync=off'] })

async function load() {
  const [{ catalogueDb }, { db }, { announceChange }, { listenForChanges }, { replicaReads }, { onPrimary }, request] =
    await Promise.all([
      import('./catalogue-db'),
      import('./db'),
      import('@/server/cache/announce-change'),
      import('@/server/cache/listen-for-changes'),
      import('@/server/metrics/replica-metrics'),
      import('./on-primary'),
      import('./request-context'),
    ])
  return { catalogueDb, db, announceChange, listenForChanges, replicaReads, onPrimary, ...request }
}

const readsOf = async (from: string) =>
  (await modules.replicaReads.get()).values.find(({ labels }) => labels.from === from)?.value ?? 0
const pauseReplay = (isPaused: boolean) =>
  withClient(standby.url, (client) => client.query(`SELECT pg_wal_replay_${isPaused ? 'pause' : 'resume'}()`))
const names = async () =>
  (await modules.catalogueDb.person.findMany({ select: { name: true } })).map(({ name }) => name)
const newPerson = (name: string) => ({ data: { name, email: `${randomUUID()}@example.org` } })

/** Who answers the next reading. */
async function askedOf(): Promise<'replica' | 'primary'> {
  const before = await readsOf('replica')
  await names()
  return (await readsOf('replica')) > before ? 'replica' : 'primary'
}
const untilAskedOf = (whom: string) => expect.poll(askedOf, { timeout: 30_000, interval: 50 }).toBe(whom)

beforeAll(async () => {
  await sweepAbandonedRuns(FOLDER_PREFIX)
  primary = await start(primaryFolder)
  const env = { ...process.env, DATABASE_URL: primary.url }
  await promisify(execFile)(process.execPath, ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], { env })
  await makeStandby(primary.url, primaryFolder, standbyFolder, 'test')
  standby = await start(standbyFolder)
  process.env.DATABASE_URL = primary.url
  process.env.DATABASE_REPLICA_URL = standby.url
  modules = await load()
  modules.listenForChanges()
})
afterAll(async () => {
  await Promise.all([modules.catalogueDb.$disconnect(), modules.db.$disconnect()])
  await standby.stop()
  await primary.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

it('reads from a standby that follows', async () => {
  expect(await withClient(standby.url, (client) => client.query('SELECT pg_is_in_recovery()'))).toMatchObject({
    rows: [{ pg_is_in_recovery: true }],
  })
  await untilAskedOf('replica')
})

it('is found well by the doctor', async () => {
  const { checkReplica } = await import('@/launcher/doctor/check-replica')
  const ask =
    (client: pg.Client): Query =>
    async (sql, values) =>
      (await client.query(sql, values)).rows
  const findings = await withClient(primary.url, (client) => checkReplica(ask(client), standby.url))
  expect(findings.map(({ state }) => state)).toEqual(['ok'])
})

it('a change that was announced is never read older than it is', async () => {
  for (let round = 0; round < 20; round++) {
    const name = `announced ${round}`
    await modules.db.$transaction(async (tx) => {
      await tx.person.create(newPerson(name))
      await modules.announceChange(tx, ['exhibitions'])
    })
    expect(await names()).toContain(name)
  }
  await untilAskedOf('replica')
})

it('while the standby stands still, the primary answers; what nobody announced may be a moment old', async () => {
  await untilAskedOf('replica')
  await pauseReplay(true)
  await modules.db.$transaction(async (tx) => {
    await tx.person.create(newPerson('while it stood still'))
    await modules.announceChange(tx, ['exhibitions'])
  })
  expect(await names()).toContain('while it stood still')
  expect(await askedOf()).toBe('primary')
  await pauseReplay(false)
  await untilAskedOf('replica')
  expect(await names()).toContain('while it stood still')
})

it('who has written reads from the primary, others do not', async () => {
  await untilAskedOf('replica')
  const about = { requestId: 'a-request', route: null }
  expect(await modules.inRequest({ ...about, hasWritten: true }, askedOf)).toBe('primary')
  expect(await modules.onPrimary(askedOf)).toBe('primary')
  await expect.poll(() => modules.inRequest(about, askedOf), { timeout: 30_000, interval: 50 }).toBe('replica')
})

it('the web process remembers it for five seconds in a cookie', async () => {
  const { createWebServer } = await import('@/server/http/web-server')
  const server = createWebServer(async (_request, response) => void response.end(await askedOf()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const send = (method: string, cookie?: string) =>
    new Promise<{ body: string; cookies: string[] }>((resolve) => {
      const request = http.request(url, { method, headers: cookie ? { cookie } : {} }, async (response) => {
        let body = ''
        for await (const chunk of response) body += chunk
        resolve({ body, cookies: response.headers['set-cookie'] ?? [] })
      })
      request.end()
    })
  await untilAskedOf('replica')
  const written = await send('PUT')
  expect(written.body).toBe('primary')
  expect(written.cookies).toEqual(['vernissage_wrote=1; Max-Age=5; Path=/; HttpOnly; SameSite=Lax'])
  expect((await send('GET', 'a=b; vernissage_wrote=1')).body).toBe('primary')
  await expect.poll(async () => (await send('GET', 'a=b')).body, { timeout: 30_000 }).toBe('replica')
  server.close()
})

it('a standby that dies is missed by nobody, and is asked again when it is back', async () => {
  await untilAskedOf('replica')
  const { port } = standby
  process.kill(standby.pid, 'SIGQUIT')
  for (let round = 0; round < 10; round++) expect(await names()).toContain('announced 1')
  await untilAskedOf('primary')
  standby = await startEmbeddedPostgres({
    cluster: standbyFolder,
    password,
    database: 'vernissage',
    port,
    settings: ['fsync=off'],
  })
  expect(standby.port).toBe(port)
  await untilAskedOf('replica')
})

it('a standby that was promoted follows nobody, and is asked no more', async () => {
  await untilAskedOf('replica')
  await withClient(standby.url, (client) => client.query('SELECT pg_promote()'))
  await untilAskedOf('primary')
  await withClient(primary.url, (client) => client.query(`SELECT pg_drop_replication_slot('test')`))
})
