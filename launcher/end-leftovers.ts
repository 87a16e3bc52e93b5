import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, type ProcessRef } from './process-lock'

const POLITE_MS = 8_000

/**
 * Ends what a killed launcher left running. Only processes that still are the recorded ones are touched: a number that
 * belongs to something else by now is left alone. Whoever does not end when asked to is killed after the limit.
 */
export async function endLeftovers(children: ProcessRef[], limitMs = POLITE_MS): Promise<void> {
  await Promise.all(children.map((child) => endOne(child, limitMs)))
}

async function endOne(child: ProcessRef, limitMs: number) {
  const deadline = Date.now() + limitMs
  if (isRunning(child)) process.kill(child.pid, 'SIGTERM')
  while (isRunning(child)) {
    if (Date.now() > deadline) process.kill(child.pid, 'SIGKILL')
    await sleep(50)
  }
}
