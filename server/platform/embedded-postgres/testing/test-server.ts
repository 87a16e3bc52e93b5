import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { readPostmaster } from '../postmaster-file'
import { isAlive, startMark } from '../process-table'
import { startEmbeddedPostgres } from '../start'
import { stopPostgres } from '../stop'
import { assertLoopback, copyDatabase, dropDatabase, withDatabase } from './copy-database'

const FOLDER_PREFIX = 'vernissage-test-server-'
const OWNER_FILE = 'owner'
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
  await sweepAbandoned()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), FOLDER_PREFIX))
  fs.chmodSync(folder, 0o711)
  fs.writeFileSync(path.join(folder, OWNER_FILE), `${process.pid} ${startMark(process.pid)}`)
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

/** Ends what earlier runs left behind when they were killed. */
async function sweepAbandoned() {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const folder = path.join(os.tmpdir(), name)
    if (!isAbandoned(folder)) continue
    const cluster = path.join(folder, 'postgres')
    const postmaster = readPostmaster(cluster)
    if (postmaster && isAlive(postmaster.pid)) await stopPostgres(cluster, postmaster.pid)
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function isAbandoned(folder: string): boolean {
  try {
    const [pid, mark] = fs.readFileSync(path.join(folder, OWNER_FILE), 'utf8').split(' ')
    return !isAlive(Number(pid)) || startMark(Number(pid)) !== mark
  } catch {
    return false // being made at this moment, or another user's
  }
}
