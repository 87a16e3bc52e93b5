import { healthSchema } from '../../lib/contracts/health'
import type { DataFolder } from '../data-folder'
import { isRunning, readLock } from '../process-lock'
import { bad, type Finding, ok, skipped } from './finding'

/** The port of the house that runs from this folder; undefined when none does, or while it is still being opened. */
export function openPort({ lockFile }: DataFolder): number | undefined {
  const record = readLock(lockFile)
  return record && isRunning(record.owner) && record.children.length > 0 ? record.port : undefined
}

/** What the web process says of itself and of what it needs. */
export async function checkWeb(port: number | undefined): Promise<Finding[]> {
  if (port === undefined)
    return [skipped('No house runs from this data folder on this machine, or it is still being opened.')]
  const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(10_000) })
  const { status, dependencies } = healthSchema.parse(await answer.json())
  const down = Object.entries(dependencies).filter(([, { status: each }]) => each !== 'up')
  if (down.length === 0) return [ok(`The web process on port ${port} is ${status}.`)]
  return down.map(([name, { detail }]) => bad(`${name}: ${detail}`, 'Its log says why: logs/ in the data folder.'))
}
