import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readPostmaster } from '@/server/platform/embedded-postgres/postmaster-file'
import { isAlive, startMark } from '@/server/platform/embedded-postgres/process-table'
import { stopPostgres } from '@/server/platform/embedded-postgres/stop'

const PREFIX = 'vernissage-drill-'
const OWNER_FILE = 'owner'

/** A temporary folder for one run; what lies in it is swept away by the next run, should this one be killed. */
export function makeRunFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX))
  fs.chmodSync(folder, 0o711)
  fs.writeFileSync(path.join(folder, OWNER_FILE), `${process.pid} ${startMark(process.pid)}`)
  return folder
}

/** Ends the databases and removes the folders of runs that were killed. */
export async function sweepAbandonedRuns(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(os.tmpdir(), name)
    if (!isAbandoned(folder)) continue
    for (const entry of fs.readdirSync(folder)) {
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
