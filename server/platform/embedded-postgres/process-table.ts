import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** Whether a process of that number exists, whoever owns it. A zombie does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return processState(pid) !== 'Z'
}

/**
 * A mark that tells a process from a later one with the same number: when it was started, and under which boot.
 * Undefined when there is no such process or the platform does not tell.
 */
export function startMark(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const started = statFields(pid)?.[19]
    return started && `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${started}`
  }
  if (process.platform === 'win32') return undefined
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined
}

/** The command line of a process, its arguments joined by spaces; empty when unknown. */
export function commandLine(pid: number): string {
  if (process.platform === 'win32') return ''
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  }
}

/** The number of a process's parent; undefined when unknown. */
export function parentOf(pid: number): number | undefined {
  if (process.platform === 'win32') return undefined
  const text =
    process.platform === 'linux'
      ? statFields(pid)?.[1]
      : spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return Number(text) || undefined
}

/** The processes that a process has started, and that live. Linux and macOS. */
export function childrenOf(pid: number): number[] {
  const numbers =
    process.platform === 'linux'
      ? fs.readdirSync('/proc').map(Number)
      : spawnSync('ps', ['-A', '-o', 'pid='], { encoding: 'utf8' }).stdout.split('\n').map(Number)
  return numbers.filter((each) => each > 0 && parentOf(each) === pid)
}

function processState(pid: number): string | undefined {
  return process.platform === 'linux' ? statFields(pid)?.[0] : undefined
}

/** The fields of /proc/<pid>/stat from the third (state) on; the second, a name, may hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
