import { StartError } from '../server/platform/embedded-postgres/errors'
import type { DataFolder } from './data-folder'
import { endLeftovers } from './end-leftovers'
import { type ProcessLock, takeLock } from './process-lock'

/**
 * Makes this launcher the only one on a data folder, and ends what a killed one left running on it.
 *
 * @throws {StartError} when another launcher runs from it
 */
export async function holdDataFolder(folder: DataFolder): Promise<ProcessLock> {
  const lock = takeLock(folder.lockFile)
  if ('heldBy' in lock) {
    const { owner, port } = lock.heldBy
    const where = port ? ` at http://localhost:${port}` : ''
    throw new StartError(
      `Vernissage already runs from ${folder.root}${where} (process ${owner.pid}): ` +
        'stop it first, or point VERNISSAGE_DATA at another folder.',
    )
  }
  await endLeftovers(lock.abandoned?.children ?? [])
  return lock
}
