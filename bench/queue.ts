import { randomUUID } from 'node:crypto'
import { createPostgresBackend, Queue, Worker, withBackend } from 'bullmq'
import { backEnd, openRedis } from '@/server/platform/back-end'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { consume } from '@/server/queue/consume'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { producer } from '@/server/queue/producer'
import { queueSchema } from '@/server/queue/settings'
import type { BenchTable } from './painter'

const rounds = 40
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Waits of jobs: each is added only when the one before was taken. */
async function waits(add: (id: string) => Promise<unknown>, onTaken: Map<string, () => void>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const id = randomUUID()
    const taken = new Promise<void>((resolve) => onTaken.set(id, resolve))
    const began = performance.now()
    await add(id)
    await taken
    times.push(performance.now() - began)
  }
  return times
}

function openBare(taken: (id: string) => void) {
  const take = async (job: { data: { id: string } }) => taken(job.data.id)
  if (backEnd === 'redis') {
    const connection = openRedis()
    const queue = new Queue('bare', { connection })
    const worker = new Worker('bare', take, { connection: openRedis() })
    return { add: (id: string) => queue.add('job', { id }), close: () => Promise.all([queue.close(), worker.close()]) }
  }
  const bound = withBackend(createPostgresBackend)
  const connection = { connectionString: env.DATABASE_URL, max: 3, schema: queueSchema, skipMigrations: true }
  const queue = new bound.Queue<{ id: string }>('bare', { connection })
  const worker = new bound.Worker<{ id: string }>('bare', take, { connection })
  return { add: (id: string) => queue.add('job', { id }), close: () => Promise.all([queue.close(), worker.close()]) }
}

/** From an order's outbox row to its job in a worker's hands, against bare BullMQ on the same back end. Wants a database of its own. */
export async function benchQueue(): Promise<BenchTable> {
  await prepareQueue()
  const onTaken = new Map<string, () => void>()
  const taken = (id: string) => onTaken.get(id)?.()
  const consumer = consume({ 'paint-portrait': async ({ orderId }) => taken(orderId) }, 1)
  const bare = openBare(taken)
  const viaOutbox = async (orderId: string) => {
    await db.outboxEntry.create({ data: { topic: 'paint-portrait', key: `bench-${orderId}`, payload: { orderId } } })
    await dispatchOutbox()
  }
  await waits(viaOutbox, onTaken)
  await waits(bare.add, onTaken)
  const value = median(await waits(viaOutbox, onTaken))
  const baseline = median(await waits(bare.add, onTaken))
  await consumer.close()
  await bare.close()
  await producer().close()
  return {
    title: `Queue on ${backEnd}, from commit to a worker's hands`,
    rows: [{ name: 'order through the outbox', value, unit: 'ms (median)', baseline, ratio: value / baseline }],
  }
}
