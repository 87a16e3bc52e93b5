import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readPostmaster } from '../postmaster-file'
import { isAlive, startMark } from '../process-table'
import { stopPostgres } from '../stop'

const OWNER_FILE = 'owner'

/** A temporary folder for one run; should this one be killed, the next run with that prefix sweeps away what lies in it. */
export function makeRunFolder(prefix: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), prefix))
  fs.chmodSync(folder, 0o711)
  fs.writeFileSync(path.join(folder, OWNER_FILE), `${process.pid} ${startMark(process.pid)}`)
  return folder
}

/** Ends the databases of runs that were killed (clusters named `postgres`, in their folder or one below), and removes the folders. */
export async function sweepAbandonedRuns(prefix: string): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(os.tmpdir(), name)
    if (!isAbandoned(folder)) continue
    for (const entry of ['.', ...fs.readdirSync(folder)]) {
      const cluster = path.join(folder, entry, 'postgres')
      const postmaster = readPostmaster(cluster)
      if (postmaster && isAlive(postmaster.pid)) await stopPostgres(cluster, postmaster.pid)
    }
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
