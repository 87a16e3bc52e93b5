import { setTimeout as sleep } from 'node:timers/promises'
import { isPassing } from '@/server/platform/is-passing'
import { releaseOrder } from '@/server/portraits/release-order'

const pauseMs = 500
const longestMs = 60_000

/**
 * Gives a claimed order back (`releaseOrder`), if need be when the database is there again: one that nobody gave back looks as if it had
 * killed its worker. A worker that has to leave tries once.
 *
 * @throws what the last try threw
 */
export async function giveBack(claim: { id: string; attempt: number }, leaving?: AbortSignal): Promise<void> {
  for (const deadline = Date.now() + longestMs; ; await sleep(pauseMs * (1 + Math.random()))) {
    try {
      return await releaseOrder(claim)
    } catch (error) {
      if (!isPassing(error) || leaving?.aborted || Date.now() > deadline) throw error
    }
  }
}
