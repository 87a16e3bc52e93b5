/** `npm run doctor [-- --json]`: looks at everything that a house needs and says what to do. Exit code 1 when anything is bad. Changes nothing. */
import fs from 'node:fs'
import path from 'node:path'
import { openClient } from '../server/backup/open-client'
import { childEnv } from './child-env'
import { dataFolderAt } from './data-folder'
import { checkDatabase, checkMigrations } from './doctor/check-database'
import { checkClockKeeping, checkDisk, checkVersions } from './doctor/check-machine'
import { checkModels, checkProviders } from './doctor/check-painter'
import { checkPictures } from './doctor/check-pictures'
import { checkPooler } from './doctor/check-pooler'
import { checkQueue } from './doctor/check-queue'
import { checkRedis, checkRedisCache } from './doctor/check-redis'
import { checkReplica } from './doctor/check-replica'
import { checkSettings } from './doctor/check-settings'
import { checkWeb, openPort } from './doctor/check-web'
import { bad, type Check, examine, type Report, skipped, writeReports } from './doctor/finding'
import { withHouseDatabase } from './house-database'
import { readSecrets } from './secrets'

const root = path.resolve(import.meta.dirname, '..')
const folder = dataFolderAt()

/** The settings as web and worker would get them. */
function settingsFor(databaseUrl: string): NodeJS.ProcessEnv {
  const secrets = readSecrets(folder) ?? {
    authSecret: 'made at the first start, and not there yet',
    postgresPassword: '',
  }
  const port = Number(process.env.PORT || 3000)
  const env = childEnv({ folder, secrets, databaseUrl, port, workerPort: 0, isDev: false })
  const { PORT, WORKER_PORT, ...rest } = { ...env, PORT: process.env.PORT, WORKER_PORT: process.env.WORKER_PORT }
  return { ...rest, ...(PORT && { PORT }), ...(WORKER_PORT && { WORKER_PORT }) }
}

async function checkHouse(databaseUrl: string, isOpen: boolean): Promise<Report[]> {
  const client = await openClient(databaseUrl)
  const { query } = client
  const replica = process.env.DATABASE_REPLICA_URL
  // What is loaded from here on reads them.
  Object.assign(process.env, settingsFor(databaseUrl), { LOG_LEVEL: 'silent' })
  try {
    const isTabled =
      (await query(`SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = 'PortraitOrder'`)).length > 0
    return await examine([
      { name: 'database', look: () => checkDatabase(query) },
      ...(replica ? [{ name: 'replica', look: () => checkReplica(query, replica) }] : []),
      { name: 'migrations', look: () => checkMigrations(query, root) },
      ...(isTabled
        ? [
            { name: 'queue', look: () => checkQueue(query, isOpen) },
            { name: 'pictures', look: () => checkPictures(query) },
          ]
        : []),
    ])
  } finally {
    await client.end()
  }
}

async function checkDatabaseOfHouse(port: number | undefined): Promise<Report[]> {
  // Behind a database of the operator's own, web and workers may run on other machines.
  const isOpen = port !== undefined || Boolean(process.env.DATABASE_URL)
  if (!process.env.DATABASE_URL && !fs.existsSync(folder.cluster))
    return [{ check: 'database', ...skipped('There is none yet; npm start makes it.') }]
  try {
    return await withHouseDatabase(folder, (databaseUrl) => checkHouse(databaseUrl, isOpen))
  } catch (error) {
    return [
      {
        check: 'database',
        ...bad((error as Error).message, 'Nothing works without it: docs/runbooks/restore.md, if it is lost.'),
      },
    ]
  }
}

const port = openPort(folder)
const placeholder = 'postgresql://127.0.0.1/embedded'
const early: Check[] = [
  { name: 'versions', look: () => checkVersions(root) },
  { name: 'settings', look: () => checkSettings(settingsFor(process.env.DATABASE_URL || placeholder)) },
  { name: 'disk', look: () => checkDisk(folder) },
  { name: 'clock', look: checkClockKeeping },
  { name: 'web', look: () => checkWeb(port) },
  { name: 'redis', look: () => checkRedis(process.env.REDIS_URL) },
  { name: 'second redis', look: () => checkRedisCache(process.env.REDIS_CACHE_URL) },
  { name: 'networks', look: () => checkModels(process.env.PAINTER_MODELS ?? path.join(folder.root, 'models')) },
  { name: 'providers', look: () => checkProviders(process.env.PAINTER_PROVIDERS ?? 'cpu') },
]
const { DATABASE_URL: pooled, DATABASE_DIRECT_URL: direct } = process.env
if (pooled && direct && pooled !== direct) early.push({ name: 'pooler', look: () => checkPooler(pooled) })
const reports = [...(await examine(early)), ...(await checkDatabaseOfHouse(port))]
console.log(process.argv.includes('--json') ? JSON.stringify(reports, null, 2) : writeReports(reports))
// Some of what was looked at keeps connections open.
process.exit(reports.some(({ state }) => state === 'bad') ? 1 : 0)
