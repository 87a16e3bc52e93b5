import { withinTime } from '@/server/platform/within-time'
import { producer } from '@/server/queue/producer'
import { atMostEvery } from './at-most-every'
import { forget, gauge } from './registry'

const FRESH_MS = 5_000
const PATIENCE_MS = 1_500
const states = ['waiting', 'prioritized', 'delayed', 'active'] as const

const jobs = gauge('vernissage_queue_jobs', 'Jobs in the queue; absent while it does not answer.', ['state'])

/** Brings the queue's own counts up to date; never rejects. The same in every process, as the house figures are. */
export const refreshQueueJobs = atMostEvery(FRESH_MS, async () => {
  const counts = await withinTime(producer().getJobCounts(...states), PATIENCE_MS).catch(() => null)
  if (!counts) return forget([jobs])
  for (const state of states) jobs.set({ state }, counts[state] ?? 0)
})
