import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '../server/platform/embedded-postgres/errors'
import type { DataFolder } from './data-folder'
import { endLeftovers } from './end-leftovers'
import { type ProcessLock, takeLock } from './process-lock'

/** How long the launcher before us may take to notice that it should close, and to close. */
const NOTICE_MS = 2_000
const CLOSING_MS = 40_000

/**
 * Makes this launcher the only one on a data folder, and ends what a killed one left running on it.
 *
 * @throws {StartError} when another launcher runs from it
 */
export async function holdDataFolder(folder: DataFolder): Promise<ProcessLock> {
  const lock = await takeLockPatiently(folder.lockFile)
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

/** Takes the lock; waits for a launcher that is closing, or that is about to see that it should. */
async function takeLockPatiently(file: string): Promise<ReturnType<typeof takeLock>> {
  for (const started = Date.now(); ; await sleep(100)) {
    const lock = takeLock(file)
    if (!('heldBy' in lock)) return lock
    if (Date.now() - started > (lock.heldBy.isClosing ? CLOSING_MS : NOTICE_MS)) return lock
  }
}
