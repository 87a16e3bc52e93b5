import path from 'node:path'
import { freePort } from '../server/platform/embedded-postgres/free-port'
import { choosePort } from './check-port'
import { childEnv } from './child-env'
import { dataFolderAt, openDataFolder } from './data-folder'
import { findSetUp } from './find-set-up'
import { holdDataFolder } from './hold-data-folder'
import { migrate } from './migrate'
import { prepareBuild, prepareClient } from './prepare-code'
import { prepareCollection } from './prepare-collection'
import type { ProcessLock } from './process-lock'
import { step } from './progress.mjs'
import { provideDatabase } from './provide-database'
import { ensureSecrets } from './secrets'
import type { Operator } from './seed'
import { forgetSeeded } from './seed-stamp'
import { startChildren } from './start-children'
import { Supervisor } from './supervisor'

/** A worker may finish what it paints first. */
const STOP_LIMIT_MS = 30_000

export interface HouseOptions {
  root: string
  /** Whether Next runs in development mode, without a build. */
  isDev: boolean
  /** Ends the opening early. */
  signal: AbortSignal
  /** Called with what must be done, last first, to close whatever was opened; also after a failure. */
  onClose(closer: () => Promise<void> | void): void
  /** Called on the first run only. */
  onOperator(operator: Operator): void
}

export interface OpenHouse {
  port: number
  dataFolder: string
  logFolder: string
  /** Where a house that has no operator is set up. */
  setUp: string | undefined
}

/**
 * Brings up everything on this machine: the data folder, the database and its tables, the code's generated parts, the
 * opening collection, web and worker. Returns when both answer.
 *
 * @throws {StartError} for whatever the operator has to mend first
 */
export async function openHouse(options: HouseOptions): Promise<OpenHouse> {
  const { root, isDev, signal, onClose, onOperator } = options
  const folder = dataFolderAt()
  openDataFolder(folder)
  const lock = await holdDataFolder(folder)
  onClose(() => lock.release())

  const port = await choosePort()
  const workerPort = await freePort(0)
  lock.update({ port })
  const secrets = ensureSecrets(folder)
  const envFor = (databaseUrl: string) => childEnv({ folder, secrets, databaseUrl, port, workerPort, isDev })
  const supervisor = new Supervisor()
  const databaseUrl = await provideDatabase({
    folder,
    secrets,
    onClose,
    onMove: (url) => supervisor.replaceEnv(envFor(url)),
  })

  const context = { root, env: envFor(databaseUrl), signal }
  await prepareClient(context)
  if (await migrate(databaseUrl, context)) forgetSeeded(folder)
  if (!isDev) await prepareBuild(context)
  const operator = await prepareCollection(folder, context)
  if (operator) onOperator(operator)

  const logFolder = path.join(folder.root, 'logs')
  superviseWithLock(supervisor, lock, onClose)
  await step('Opening the doors', () =>
    startChildren(supervisor, { env: context.env, port, workerPort, logFolder, signal }),
  )
  const authSecret = context.env.AUTH_SECRET ?? secrets.authSecret
  return { port, dataFolder: folder.root, logFolder, setUp: await findSetUp({ databaseUrl, port, authSecret }) }
}

/** Notes in the lock which processes run and when they are being closed, for other launchers to see. */
function superviseWithLock(supervisor: Supervisor, lock: ProcessLock, onClose: HouseOptions['onClose']) {
  supervisor.on('change', () => lock.update({ children: supervisor.refs() }))
  supervisor.on('death', (end, delayMs) => console.log(`${end}; starting it again in ${delayMs / 1000} s.`))
  onClose(async () => {
    lock.update({ isClosing: true })
    await supervisor.stop(STOP_LIMIT_MS)
  })
}
