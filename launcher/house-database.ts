import fs from 'node:fs'
import { StartError } from '../server/platform/embedded-postgres/errors'
import type { DataFolder } from './data-folder'
import { holdDataFolder } from './hold-data-folder'
import { openDatabase, runningDatabaseUrl } from './open-database'
import { ensureSecrets } from './secrets'

/**
 * Does some work on a house's database, whether the house is open or not: the one that DATABASE_URL names, the embedded one that runs, or
 * the embedded one started for the length of the work.
 *
 * @throws {StartError} when there is none, or it cannot be opened
 */
export async function withHouseDatabase<T>(folder: DataFolder, work: (url: string) => Promise<T>): Promise<T> {
  const given = process.env.DATABASE_DIRECT_URL || process.env.DATABASE_URL || runningDatabaseUrl(folder)
  if (given) return work(given)
  if (!fs.existsSync(folder.cluster)) {
    throw new StartError(`${folder.root} holds no house: point VERNISSAGE_DATA at the one that is meant.`)
  }
  const lock = await holdDataFolder(folder)
  try {
    const database = await openDatabase(folder, ensureSecrets(folder))
    return await work(database.url).finally(() => database.stop())
  } finally {
    lock.release()
  }
}
