import fs from 'node:fs'
import { withClient } from '../connection'
import { parentOf } from '../process-table'

/** A backend of the family may end between the list and the signal. */
function send(pid: number, signal: 'SIGSTOP' | 'SIGCONT') {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * Stops every process of a server in its tracks, as a machine that swaps or a disk that hangs would: its connections stay open, and nothing
 * is answered. Linux only.
 *
 * @param url of one of its databases
 * @returns what lets them go on
 */
export async function freezePostgres(url: string): Promise<() => void> {
  const postmaster = await withClient(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    return parentOf(rows[0]?.pid ?? 0)
  })
  if (!postmaster) throw new Error('the server is not on this machine')
  const processes = fs.readdirSync('/proc').map(Number).filter(Boolean)
  const family = processes.filter((pid) => pid === postmaster || parentOf(pid) === postmaster)
  for (const pid of family) send(pid, 'SIGSTOP')
  return () => {
    for (const pid of family) send(pid, 'SIGCONT')
  }
}
