import { type JobName, type JobPayload, jobSchemas } from '@/lib/contracts/jobs'
import { producer } from './producer'
import { jobOptions } from './settings'

/**
 * Adds a job unless one with this id is waiting or running already. `id` may hold neither ':' nor only digits (BullMQ).
 * Lower `priority` goes first, from 1.
 */
export async function enqueue<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  id: string,
  priority = 1,
): Promise<void> {
  await producer().add(name, jobSchemas[name].parse(payload), { ...jobOptions, jobId: id, priority })
}
