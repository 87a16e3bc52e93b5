import { type JobName, type JobPayload, jobSchemas } from '@/lib/contracts/jobs'
import { readTolerantly } from '@/lib/contracts/tolerant'
import { producer } from './producer'
import { jobOptions } from './settings'

export interface NewJob<Name extends JobName = JobName> {
  name: Name
  payload: JobPayload<Name>
  /** Neither with ':' nor of digits alone (BullMQ). */
  id: string
  /** Lower goes first, from 1. */
  priority?: number
}

function jobOf({ name, payload, id, priority = 1 }: NewJob) {
  // Without a priority BullMQ takes a job before all that have one, and cheaper: a list in place of a sorted set.
  return { name, data: payload, opts: { ...jobOptions, jobId: id, ...(priority > 1 && { priority: priority - 1 }) } }
}

/**
 * Adds a job unless one with this id is waiting or running already. Fields of a newer release pass through. Throws for a payload that
 * is not the contract's.
 */
export async function enqueue<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  id: string,
  priority?: number,
): Promise<void> {
  const read = readTolerantly(jobSchemas[name], payload)
  if (!read.success) throw read.error
  const { data, opts } = jobOf({ name, payload, id, priority })
  await producer().add(name, data, opts)
}

/** The same for many at once, whose payloads were read by their schema where they came in. */
export async function enqueueAll(jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length > 0) await producer().addBulk(jobs.map(jobOf))
}
