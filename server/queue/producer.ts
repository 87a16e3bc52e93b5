import { createPostgresBackend, Queue, withBackend } from 'bullmq'
import type { JobName, JobPayload } from '@/lib/contracts/jobs'
import { backEnd, openQueueRedis } from '@/server/platform/back-end'
import { directUrl } from '@/server/platform/direct-url'
import { logger } from '@/server/platform/logger'
import { shared } from '@/server/platform/shared'
import { queueName, queueSchema } from './settings'

type Payload = JobPayload<JobName>

/** The few of BullMQ's methods that we use, alike on both back ends. */
export interface Producer {
  add(name: JobName, payload: Payload, options: object): Promise<unknown>
  /** All of them in one journey. */
  addBulk(jobs: { name: JobName; data: Payload; opts: object }[]): Promise<unknown>
  getJob(id: string): Promise<unknown>
  getJobCounts(...states: ('waiting' | 'active' | 'delayed' | 'prioritized')[]): Promise<Record<string, number>>
  /** For every worker, whatever process, until it is resumed; jobs are added all the same. */
  pause(): Promise<void>
  resume(): Promise<void>
  isPaused(): Promise<boolean>
  close(): Promise<void>
}

/** An order that is accepted is answered after its job was sent or this much later, ms: the outbox has it. */
const answerMs = 3_000

function open(): Producer {
  const onError = (error: Error) => logger.warn({ err: error }, 'queue connection')
  if (backEnd === 'redis') {
    // Without the offline queue a stopped Redis is an answer now, and the outbox keeps the order.
    const connection = openQueueRedis({
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: 3_000,
      commandTimeout: answerMs,
    })
    const queue = new Queue(queueName, { connection })
    queue.on('error', onError)
    return {
      add: (name, payload, options) => queue.add(name, payload, options),
      addBulk: (jobs) => queue.addBulk(jobs),
      getJob: (id) => queue.getJob(id),
      getJobCounts: (...states) => queue.getJobCounts(...states),
      pause: () => queue.pause(),
      resume: () => queue.resume(),
      isPaused: () => queue.isPaused(),
      close: async () => {
        await queue.close()
        connection.disconnect()
      },
    }
  }
  const bound = withBackend(createPostgresBackend)
  const connection = {
    connectionString: directUrl,
    max: 3,
    schema: queueSchema,
    skipMigrations: true,
    connectionTimeoutMillis: answerMs,
  }
  const queue = new bound.Queue(queueName, { connection })
  queue.on('error', onError)
  return queue
}

/** This process' way into the queue. */
export const producer = (): Producer => shared('producer', open)
