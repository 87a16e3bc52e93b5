import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from './connection'
import { isAlive } from './process-table'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start'

let folder: string
let cluster: string
const running: EmbeddedPostgres[] = []

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-postgres-'))
  cluster = path.join(folder, 'postgres')
})
afterAll(async () => {
  await running.at(-1)?.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

async function start(password = 'a-password-for-tests') {
  const postgres = await startEmbeddedPostgres({ cluster, password, database: 'gallery', port: 0 })
  running.push(postgres)
  return postgres
}
const query = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows)

test('makes, adopts, recovers and stops a cluster, and keeps what was committed', async () => {
  const first = await start()
  expect(first.isAdopted).toBe(false)
  await query(first.url, 'CREATE TABLE works (title text)')
  await query(first.url, "INSERT INTO works VALUES ('Pond')")

  const adopted = await start()
  expect(adopted).toMatchObject({ isAdopted: true, pid: first.pid, url: first.url })

  process.kill(first.pid, 'SIGKILL')
  const recovered = await start()
  expect(recovered.isAdopted).toBe(false)
  expect(recovered.pid).not.toBe(first.pid)
  expect(await query(recovered.url, 'SELECT title FROM works')).toEqual([{ title: 'Pond' }])

  await recovered.stop()
  expect(isAlive(recovered.pid)).toBe(false)
  expect(fs.existsSync(path.join(cluster, 'postmaster.pid'))).toBe(false)
})

test('starts although the number in postmaster.pid belongs to some other process by now', async () => {
  const stranger = spawn('sleep', ['60'])
  await once(stranger, 'spawn')
  const lines = [stranger.pid, cluster, 1, 54_399, '', '127.0.0.1', '', 'ready']
  fs.writeFileSync(path.join(cluster, 'postmaster.pid'), `${lines.join('\n')}\n`)
  const postgres = await start()
  expect(await query(postgres.url, 'SELECT title FROM works')).toEqual([{ title: 'Pond' }])
  expect(isAlive(stranger.pid ?? 0)).toBe(true)
  stranger.kill('SIGKILL')
})

test('refuses a live server that was made with another password', async () => {
  await expect(start('another-password-for-tests')).rejects.toThrow(/another password/)
})

test.each([
  ['missing', undefined, /PG_VERSION is missing/],
  ['garbage', '\0\0', /PG_VERSION does not hold a version/],
  ['of another major version', '17\n', /was made by PostgreSQL 17, and this release runs 18/],
])('refuses a cluster whose PG_VERSION is %s, and leaves it as it is', async (_what, version, sentence) => {
  await running.at(-1)?.stop()
  const file = path.join(cluster, 'PG_VERSION')
  if (version === undefined) fs.rmSync(file)
  else fs.writeFileSync(file, version)
  const before = fs.readdirSync(cluster).sort()
  await expect(start()).rejects.toThrow(sentence)
  expect(fs.readdirSync(cluster).sort()).toEqual(before)
})

test('refuses a cluster whose control file is damaged', async () => {
  fs.writeFileSync(path.join(cluster, 'PG_VERSION'), '18\n')
  fs.truncateSync(path.join(cluster, 'global/pg_control'), 10)
  await expect(start()).rejects.toThrow(/is damaged\. Nothing was changed/)
})
