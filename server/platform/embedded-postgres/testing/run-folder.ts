import { spawnSync } from 'node:child_process'
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

/**
 * Ends the databases of runs that were killed (clusters named `postgres`, in their folder or one below), unmounts what they had mounted, and
 * removes the folders. One that cannot be removed is told, and stays.
 */
export async function sweepAbandonedRuns(prefix: string): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(os.tmpdir(), name)
    if (!isAbandoned(folder)) continue
    await sweep(folder).catch((error: Error) => console.warn(`${folder} could not be removed: ${error.message}`))
  }
}

async function sweep(folder: string) {
  for (const entry of ['.', ...fs.readdirSync(folder)]) {
    const cluster = path.join(folder, entry, 'postgres')
    const postmaster = readPostmaster(cluster)
    if (postmaster && isAlive(postmaster.pid)) await stopPostgres(cluster, postmaster.pid)
  }
  for (const point of mountPointsBelow(folder)) spawnSync('umount', ['-l', point], { stdio: 'ignore' })
  fs.rmSync(folder, { recursive: true, force: true })
}

/** From proc_pid_mounts(5), where blanks are octal; only Linux has it, and only there drills mount anything. */
function mountPointsBelow(folder: string): string[] {
  if (process.platform !== 'linux') return []
  const lines = fs.readFileSync('/proc/self/mounts', 'utf8').split('\n')
  const points = lines.map((line) =>
    (line.split(' ')[1] ?? '').replace(/\\([0-7]{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8))),
  )
  return points.filter((point) => point.startsWith(`${fs.realpathSync(folder)}/`))
}

function isAbandoned(folder: string): boolean {
  try {
    const [pid, mark] = fs.readFileSync(path.join(folder, OWNER_FILE), 'utf8').split(' ')
    return !isAlive(Number(pid)) || startMark(Number(pid)) !== mark
  } catch {
    return false // being made at this moment, or another user's
  }
}
