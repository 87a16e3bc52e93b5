import type { Health } from '@/lib/contracts/health'
import { backEnd } from '@/server/platform/back-end'
import { producer } from './producer'

/** Asks the queue for its counts, for at most three seconds. */
export async function checkQueue(): Promise<Health['dependencies']['queue']> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), 3_000).unref())
  try {
    const counts = await Promise.race([producer().getJobCounts('waiting', 'prioritized', 'active', 'delayed'), late])
    const waiting = (counts.waiting ?? 0) + (counts.prioritized ?? 0) + (counts.delayed ?? 0)
    return { status: 'up', detail: `On ${backEnd}: ${waiting} waiting, ${counts.active ?? 0} running.` }
  } catch {
    return { status: 'down', detail: `The queue on ${backEnd} does not answer.` }
  }
}
