import { commandLine, parentOf } from '../server/platform/embedded-postgres/process-table'
import { isRunning, refTo } from './process-lock'

const INTERVAL_MS = 200

/**
 * Calls back once when the npm that started us is gone. npm runs scripts in a shell, which hands no signal on: without
 * this, `kill` on npm would leave the gallery running with nobody at the helm. Started without npm, nothing is watched.
 */
export function watchStarter(onGone: () => void): void {
  if (!process.env.npm_lifecycle_event) return
  const starters = starterPids().map(refTo)
  const timer = setInterval(() => {
    if (process.ppid === starters[0]?.pid && starters.every(isRunning)) return
    clearInterval(timer)
    onGone()
  }, INTERVAL_MS)
  timer.unref()
}

/** Our parent and, where that is npm's shell, npm itself. */
function starterPids(): number[] {
  const parent = process.ppid
  const isShell = /^(\S*\/)?(ba|da|z|k)?sh -c /.test(commandLine(parent))
  const grandparent = isShell ? parentOf(parent) : undefined
  return grandparent ? [parent, grandparent] : [parent]
}
