import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, type ProcessRef } from './process-lock'

const POLITE_MS = 8_000

/**
 * Ends what a killed launcher left running. Only processes that still are the recorded ones are touched: a number that
 * belongs to something else by now is left alone.
 */
export async function endLeftovers(children: ProcessRef[]): Promise<void> {
  await Promise.all(children.map(endOne))
}

async function endOne(child: ProcessRef) {
  const deadline = Date.now() + POLITE_MS
  if (isRunning(child)) process.kill(child.pid, 'SIGTERM')
  while (isRunning(child)) {
    if (Date.now() > deadline) process.kill(child.pid, 'SIGKILL')
    await sleep(50)
  }
}
