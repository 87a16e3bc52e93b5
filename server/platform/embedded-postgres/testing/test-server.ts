import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { startEmbeddedPostgres } from '../start'
import { assertLoopback, copyDatabase, dropDatabase, withDatabase } from './copy-database'
import { makeRunFolder, sweepAbandonedRuns } from './run-folder'

const FOLDER_PREFIX = 'vernissage-test-server-'
const TEMPLATE = 'vernissage_template'

export interface TestServer {
  /** URL of a migrated, empty database: copy it with copyDatabase, never write to it. */
  templateUrl: string
  stop(): Promise<void>
}

/** A crash of the machine may cost a test run its data, and nothing else. */
const CARELESS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
]

/**
 * Starts a PostgreSQL for tests in a temporary folder, with a migrated template. `TEST_DATABASE_URL` names a server to
 * use instead, which must be on this machine.
 *
 * @param settings as `name=value`; none for one that keeps what it commits, as the house's own does
 */
export async function startTestServer(settings: string[] = CARELESS): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    assertLoopback(given)
    const templateUrl = await copyDatabase(withDatabase(given, 'template1'))
    await migrate(templateUrl)
    return { templateUrl, stop: () => dropDatabase(templateUrl) }
  }
  await sweepAbandonedRuns(FOLDER_PREFIX)
  const folder = makeRunFolder(FOLDER_PREFIX)
  const server = await startEmbeddedPostgres({
    cluster: path.join(folder, 'postgres'),
    password: 'only-for-tests-on-loopback',
    database: TEMPLATE,
    port: 0,
    settings,
  })
  await migrate(server.url)
  const stop = async () => {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
  return { templateUrl: server.url, stop }
}

async function migrate(url: string) {
  const env = { ...process.env, DATABASE_URL: url }
  await promisify(execFile)(process.execPath, ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], { env })
}
