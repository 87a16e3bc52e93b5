import { readFileSync } from 'node:fs'

/** Clock ticks a second in /proc (Linux: USER_HZ). */
const ticksPerSecond = 100

/** Resident memory of a process in bytes (proc_pid_status(5), Linux). */
export function residentBytes(pid: number): number {
  const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kibibytes) * 1024
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
