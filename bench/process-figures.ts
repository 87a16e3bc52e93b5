import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Clock ticks a second in /proc (Linux: USER_HZ). */
const ticksPerSecond = 100

/** Has a process collect its garbage on SIGUSR2, for NODE_OPTIONS. */
export const collectOnSignal = `--import=${new URL('collect-on-signal.mjs', import.meta.url)}`

/** Resident memory of a process in bytes (proc_pid_status(5), Linux). */
function residentBytes(pid: number): number {
  const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kibibytes) * 1024
}

/** How long a process is given to collect its garbage and to give the pages back. */
const collectingMs = 3_000

/** The same after what is garbage was collected, where the process was started by a bench (collect-on-signal.mjs). */
export async function residentBytesInUse(pid: number): Promise<number> {
  if (readFileSync(`/proc/${pid}/environ`, 'utf8').includes(collectOnSignal)) {
    // What the first finds may hold on to what the second then can take.
    for (let turn = 0; turn < 2; turn++) {
      process.kill(pid, 'SIGUSR2')
      await sleep(collectingMs)
    }
  }
  return residentBytes(pid)
}

/** Processor seconds that a process has used so far, user and system (proc_pid_stat(5), Linux). */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // Counted from behind the name, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** The web process of a product that its launcher started on this machine. */
export function findWeb(dataFolder = String(process.env.E2E_DATA)): number {
  const { children } = JSON.parse(readFileSync(`${dataFolder}/launcher.json`, 'utf8')) as {
    children: { pid: number }[]
  }
  const web = children.find(({ pid }) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('app/main.ts'))
  if (!web) throw new Error('There is no web process.')
  return web.pid
}
