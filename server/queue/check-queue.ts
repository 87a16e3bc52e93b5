import type { Health } from '@/lib/contracts/health'
import { backEnd } from '@/server/platform/back-end'
import { withinTime } from '@/server/platform/within-time'
import { producer } from './producer'

/** Asks the queue for its counts, for at most three seconds. */
export async function checkQueue(): Promise<Health['dependencies']['queue']> {
  try {
    const counts = await withinTime(producer().getJobCounts('waiting', 'prioritized', 'active', 'delayed'), 3_000)
    const waiting = (counts.waiting ?? 0) + (counts.prioritized ?? 0) + (counts.delayed ?? 0)
    return { status: 'up', detail: `On ${backEnd}: ${waiting} waiting, ${counts.active ?? 0} running.` }
  } catch {
    return { status: 'down', detail: `The queue on ${backEnd} does not answer.` }
  }
}
