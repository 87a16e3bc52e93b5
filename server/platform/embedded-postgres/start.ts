import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chooseAccount } from './account'
import { findBinaries } from './binaries'
import { ensureDatabase, reachesCluster, urlOf } from './connection'
import { createCluster } from './create-cluster'
import { StartError } from './errors'
import { explainFailure } from './explain-failure'
import { freePort } from './free-port'
import { inspectCluster } from './inspect-cluster'
import { type Postmaster, postmasterFile, readPostmaster } from './postmaster-file'
import { commandLine, isAlive } from './process-table'
import { stopPostgres } from './stop'

export interface EmbeddedPostgresOptions {
  /** The cluster's folder, absolute; made when missing. The server's log is written beside it. */
  cluster: string
  /** The owner's password. A new cluster takes it; an existing one must have been made with it. */
  password: string
  /** The database to open, made when missing. */
  database: string
  /** The port to listen on; another one is taken where it is in use. */
  port: number
  /** More settings, as `name=value`. */
  settings?: string[]
}

export interface EmbeddedPostgres {
  /** postgresql://... of the database, on 127.0.0.1. */
  url: string
  pid: number
  port: number
  /** True when a live server was found, left behind by a launcher that was killed. */
  isAdopted: boolean
  /** Ends the server with a fast shutdown: sessions are cut, everything committed is kept. */
  stop(): Promise<void>
}

const DEADLINE_MS = 120_000
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=128MB',
]

/**
 * Starts the embedded PostgreSQL on a data folder, or adopts the one that already runs there.
 *
 * The server is its own process group and outlives us, so that killing a launcher never harms the data: the next one
 * finds it by its `postmaster.pid`, checks by connecting that it serves this very folder, and goes on with it.
 *
 * @throws {StartError} when the folder cannot be used or the server does not come up within two minutes
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { cluster, password, database } = options
  const isNew = inspectCluster(cluster) === 'missing'
  const binaries = await findBinaries()
  const account = chooseAccount(cluster, binaries.postgres)
  if (isNew) await createCluster(cluster, password, binaries, account)

  const attempt = { postgres: binaries.postgres, prefix: account.prefix, ...options }
  const { postmaster, isAdopted } = await bringUp(attempt)
  await ensureDatabase(postmaster.port, password, database)
  return {
    url: urlOf(postmaster.port, password, database),
    pid: postmaster.pid,
    port: postmaster.port,
    isAdopted,
    stop: () => stopPostgres(cluster, postmaster.pid),
  }
}

type Attempt = EmbeddedPostgresOptions & { postgres: string; prefix: string[] }

/** Waits for a live server of this folder, starting one whenever none is running. */
async function bringUp(attempt: Attempt): Promise<{ postmaster: Postmaster; isAdopted: boolean }> {
  const deadline = Date.now() + DEADLINE_MS
  let own: ReturnType<typeof launch> | undefined
  let failure = ''
  while (Date.now() < deadline) {
    const postmaster = readPostmaster(attempt.cluster)
    if (postmaster?.isReady && isAlive(postmaster.pid)) {
      const answer = await reachesCluster(postmaster.port, attempt.password, attempt.cluster)
      if (answer === 'yes') return { postmaster, isAdopted: postmaster.pid !== own?.pid }
      if (answer === 'refused') throw wrongPassword(attempt.cluster)
    }
    if (!own || own.hasEnded()) {
      failure = own?.failure() ?? failure
      if (isHopeless(failure)) break
      removeStaleFile(attempt.cluster)
      await sleep(own ? 250 : 0) // what is left of a crashed server may hold the folder a little longer
      own = launch(attempt, await freePort(attempt.port))
    }
    await sleep(25)
  }
  throw explainFailure(new Error(failure || 'no answer within two minutes'), attempt.cluster)
}

function launch({ cluster, postgres, prefix, settings = [] }: Attempt, port: number) {
  const logFile = path.join(path.dirname(cluster), 'postgres.log')
  const log = fs.openSync(logFile, 'a', 0o600)
  const start = fs.fstatSync(log).size
  const flags = [...SETTINGS, ...settings].flatMap((setting) => ['-c', setting])
  const [command = '', ...args] = [...prefix, postgres, '-D', cluster, '-p', String(port), ...flags]
  const child = spawn(command, args, { detached: true, stdio: ['ignore', log, log] })
  fs.closeSync(log)
  let ended: string | undefined
  child.on('error', (error) => {
    ended = error.message
  })
  child.on('exit', (code, signal) => {
    ended ??= `PostgreSQL ended with ${signal ?? code}`
  })
  child.unref()
  return {
    pid: child.pid,
    hasEnded: () => ended !== undefined,
    /** The error lines that this attempt left in the log. */
    failure: () => {
      const lines = fs.readFileSync(logFile).subarray(start).toString('utf8').split('\n')
      return lines.filter((line) => /FATAL|PANIC/.test(line)).join('\n') || ended
    },
  }
}

/** Trying again helps only against the remains of a crash and against a port that was taken a moment ago. */
function isHopeless(failure: string): boolean {
  return failure !== '' && !/lock file|shared memory|TCP\/IP|starting up|shutting down/i.test(failure)
}

/**
 * Removes a `postmaster.pid` whose process is somebody else's by now, as after a restart of the machine or container.
 * PostgreSQL itself only sees that the number is in use, and would refuse to start.
 */
function removeStaleFile(cluster: string) {
  const postmaster = readPostmaster(cluster)
  if (!postmaster || !isAlive(postmaster.pid)) return
  const command = commandLine(postmaster.pid)
  if (command !== '' && !command.includes('postgres')) fs.rmSync(postmasterFile(cluster), { force: true })
}

function wrongPassword(cluster: string) {
  return new StartError(
    `The database in ${cluster} was made with another password than the one in secrets.json: restore that file.`,
  )
}
