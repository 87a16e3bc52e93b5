import { withClient } from '../connection'
import { childrenOf, parentOf } from '../process-table'

/** Sends a signal to a server's postmaster and to every process that it has started. @returns their numbers */
export function signalFamily(postmaster: number, signal: NodeJS.Signals): number[] {
  const family = [postmaster, ...childrenOf(postmaster)]
  for (const pid of family) send(pid, signal)
  return family
}

/** A backend of the family may end between the list and the signal. */
function send(pid: number, signal: NodeJS.Signals) {
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
  signalFamily(postmaster, 'SIGSTOP')
  return () => void signalFamily(postmaster, 'SIGCONT')
}
