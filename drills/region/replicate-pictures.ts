import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 500

/** What a store does for two regions: carries every new object over, again and again, until it is stopped. Objects never change. */
export function replicatePictures(from: string, to: string): { stop(): Promise<void> } {
  let isOver = false
  const running = (async () => {
    while (!isOver) {
      const copy = spawn('cp', ['-au', path.join(from, 'pictures'), to], { stdio: 'ignore' })
      await once(copy, 'exit')
      await sleep(PAUSE_MS)
    }
  })()
  return {
    stop: () => {
      isOver = true
      return running
    },
  }
}
