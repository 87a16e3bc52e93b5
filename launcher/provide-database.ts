import { withClient } from '../server/platform/embedded-postgres/connection'
import { StartError } from '../server/platform/embedded-postgres/errors'
import type { DataFolder } from './data-folder'
import { openDatabase } from './open-database'
import { step } from './progress.mjs'
import type { Secrets } from './secrets'
import { watchDatabase } from './watch-database'

export interface ProvideOptions {
  folder: DataFolder
  secrets: Secrets
  onClose(closer: () => Promise<void>): void
  /** The database came back after a crash on another port, because its old one had been taken. */
  onMove(url: string): void
}

/**
 * The database to work on: the one that `DATABASE_URL` names, else the embedded one, which is watched from here on.
 *
 * @returns its URL
 * @throws {StartError} when it cannot be had
 */
export async function provideDatabase(options: ProvideOptions): Promise<string> {
  const given = process.env.DATABASE_URL
  if (given) {
    await checkGiven(given)
    return given
  }
  return step('Starting the database', () => startEmbedded(options))
}

async function startEmbedded({ folder, secrets, onClose, onMove }: ProvideOptions): Promise<string> {
  const first = await openDatabase(folder, secrets)
  let url = first.url
  const watch = watchDatabase(first, {
    reopen: (port) => openDatabase(folder, secrets, port),
    onDeath: () => console.log('The database has ended; starting it again.'),
    onReturn: (database) => {
      console.log('The database is back.')
      if (database.url !== url) onMove(database.url)
      url = database.url
    },
    onFailure: (error) => console.error(error instanceof Error ? error.message : error),
  })
  onClose(async () => {
    await watch.stop()
    await watch.current().stop()
  })
  return url
}

async function checkGiven(url: string) {
  let host = ''
  try {
    host = new URL(url).host
  } catch {
    throw new StartError('DATABASE_URL is not a URL: it looks like postgresql://user:password@host:5432/database.')
  }
  await withClient(url, (client) => client.query('SELECT 1')).catch((error: Error & { code?: string }) => {
    const reason = error.message || error.code
    throw new StartError(`The database at ${host}, named by DATABASE_URL, cannot be used: ${reason}.`)
  })
}
