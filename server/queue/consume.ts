import { createPostgresBackend, DelayedError, type Job, WaitingError, Worker, withBackend } from 'bullmq'
import { type JobName, type JobPayload, jobSchemas } from '@/lib/contracts/jobs'
import { readTolerantly } from '@/lib/contracts/tolerant'
import { backEnd, openQueueRedis } from '@/server/platform/back-end'
import { logger } from '@/server/platform/logger'
import { Declined } from './declined'
import { HandedBack } from './handed-back'
import { openQueuePool } from './open-queue-pool'
import { lockDurationMs, queueName, stalledIntervalMs, strangeJobDelayMs } from './settings'

export interface JobContext {
  /** True when a failure now would be the job's last. */
  isLastTry: boolean
}
export type JobHandlers = { [Name in JobName]: (payload: JobPayload<Name>, context: JobContext) => Promise<void> }

export interface Consumer {
  /** Asks for no further job while `isResting`; what it has asked for already may still come, and those that run go on. Safe to repeat. */
  rest(isResting: boolean): Promise<void>
  /** Takes no further job and resolves when the running ones are done. */
  close(): Promise<void>
}

async function handle(job: Job, token: string | undefined, handlers: JobHandlers): Promise<void> {
  const name = job.name as JobName
  const handler = (handlers as Partial<JobHandlers>)[name]
  const payload = handler && readTolerantly(jobSchemas[name], job.data)
  if (!handler || !payload?.success) {
    // While two releases run side by side this is one of the newer one's, and stays for a worker that knows it.
    logger.warn({ job: job.name, id: job.id }, 'a job that this release does not know waits for another worker')
    await job.moveToDelayed(Date.now() + strangeJobDelayMs, token)
    throw new DelayedError()
  }
  const isLastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1)
  try {
    await handler(payload.data, { isLastTry })
  } catch (error) {
    if (error instanceof Declined) {
      await job.moveToDelayed(Date.now() + error.delayMs, token)
      throw new DelayedError()
    }
    if (!(error instanceof HandedBack)) throw error
    await job.moveToWait(token)
    throw new WaitingError()
  }
}

/** A worker on PostgreSQL that waits for word of a job looks for itself after so many seconds. */
const longestWaitSeconds = 5

/**
 * BullMQ's own worker may wait for word for an hour; where its line is cut just as it begins to listen, that word never comes, and jobs wait with it.
 */
const createLookingBackend: typeof createPostgresBackend = (...how) =>
  Object.defineProperty(createPostgresBackend(...how), 'maximumBlockTimeout', { value: longestWaitSeconds })

/** Starts taking jobs. A missing handler is found here, at start-up, not when the first job of its kind comes. */
export function consume(handlers: JobHandlers, concurrency: number): Consumer {
  const missing = (Object.keys(jobSchemas) as JobName[]).filter((name) => !handlers[name])
  if (missing.length > 0) throw new Error(`jobs without a handler: ${missing.join(', ')}`)
  const options = {
    concurrency,
    lockDuration: lockDurationMs,
    stalledInterval: stalledIntervalMs,
    maxStalledCount: 3,
    // 15 s by default: after a database crash nobody should wait that long.
    runRetryDelay: 1_000,
  }
  const process = (job: Job, token?: string) => handle(job, token, handlers)
  const onError = (error: Error) => logger.warn({ err: error }, 'queue worker')
  if (backEnd === 'redis') {
    const connection = openQueueRedis()
    const worker = new Worker(queueName, process, { ...options, connection })
    worker.on('error', onError)
    return { rest: restOf(worker), close: () => worker.close().then(() => connection.disconnect()) }
  }
  const bound = withBackend(createLookingBackend)
  const connection = openQueuePool()
  const worker = new bound.Worker(queueName, process, { ...options, connection })
  worker.on('error', onError)
  const close = async () => {
    await worker.close()
    if (!connection.ending) await connection.end()
  }
  return { rest: restOf(worker), close }
}

function restOf(worker: Pick<Worker, 'isPaused' | 'pause' | 'resume'>): Consumer['rest'] {
  return async (isResting) => {
    if (isResting === worker.isPaused()) return
    if (isResting) await worker.pause(true)
    else await worker.resume()
  }
}
