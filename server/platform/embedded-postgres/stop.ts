import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { postmasterFile } from './postmaster-file'
import { isAlive } from './process-table'

const FAST_LIMIT_MS = 20_000
const IMMEDIATE_LIMIT_MS = 5_000

/** Ends a server: fast shutdown first, and an immediate one (which costs a recovery at the next start) if that hangs. */
export async function stopPostgres(cluster: string, pid: number): Promise<void> {
  if (await signalAndWait(cluster, pid, 'SIGINT', FAST_LIMIT_MS)) return
  if (await signalAndWait(cluster, pid, 'SIGQUIT', IMMEDIATE_LIMIT_MS)) return
  await signalAndWait(cluster, pid, 'SIGKILL', IMMEDIATE_LIMIT_MS)
}

async function signalAndWait(cluster: string, pid: number, signal: NodeJS.Signals, limitMs: number): Promise<boolean> {
  const isItsFolder = () => fs.existsSync(postmasterFile(cluster))
  if (!isAlive(pid) || !isItsFolder()) return true
  process.kill(pid, signal)
  for (const deadline = Date.now() + limitMs; Date.now() < deadline; await sleep(20)) if (!isAlive(pid)) return true
  // The file goes a moment before the process does: what is alive after all that time without it is somebody else.
  return !isItsFolder()
}
