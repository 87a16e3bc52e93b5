import { randomUUID } from 'node:crypto'
import { createPostgresBackend, Queue, Worker, withBackend } from 'bullmq'
import { backEnd, openQueueRedis } from '@/server/platform/back-end'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { consume } from '@/server/queue/consume'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { producer } from '@/server/queue/producer'
import { jobOptions, lockDurationMs, queueSchema, stalledIntervalMs } from '@/server/queue/settings'
import { percentile } from './load'
import type { BenchTable } from './painter'

const rounds = 60
const concurrency = 8
const jobs = 4_000
const callers = 16
const turns = 5
const dispatchers = 4
/** Entries of the outbox that wait in a house that has been cut off from its queue for a while. */
const backlog = 200_000
const batchesTimed = 20
/** Latencies a worker of the house may add, ms. */
const goalMs = backEnd === 'redis' ? 20 : 40

type Add = (id: string) => Promise<unknown>

/** Who waits for which job to be taken. */
const onTaken = new Map<string, () => void>()
const taken = (id: string) => {
  onTaken.get(id)?.()
  onTaken.delete(id)
}

/** Waits of jobs, from `add` to their being taken: each is added only when the one before was taken. */
async function waits(add: Add, prepare?: Add): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const id = randomUUID()
    const done = new Promise<void>((resolve) => onTaken.set(id, resolve))
    await prepare?.(id)
    const began = performance.now()
    await add(id)
    await done
    times.push(performance.now() - began)
  }
  return times
}

/** Jobs a second, from the beginning of `send` to the last job's being taken. */
async function jobsPerSecond(ids: string[], send: () => Promise<unknown>): Promise<number> {
  const done = Promise.all(ids.map((id) => new Promise<void>((resolve) => onTaken.set(id, resolve))))
  const began = performance.now()
  await send()
  await done
  return ids.length / ((performance.now() - began) / 1000)
}

const newIds = () => Array.from({ length: jobs }, () => randomUUID())

/** By the database alone: what this process would leave behind to be collected is not the queue's. */
const fill = (ids: string[]) => db.$executeRaw`
  INSERT INTO "OutboxEntry" ("topic", "key", "payload")
  SELECT 'paint-portrait', 'bench-' || id, jsonb_build_object('orderId', id) FROM unnest(${ids}::text[]) AS id`

/** As autovacuum leaves the tables of a house within a minute. */
const tidy = () => db.$executeRaw`VACUUM ANALYZE`

/** Milliseconds for a batch while few others wait, and while many do. */
async function batchTimes(): Promise<{ few: number; many: number }> {
  const batches = async (count: number) => {
    const times: number[] = []
    for (let i = 0; i < count; i++) {
      const began = performance.now()
      await dispatchOutbox()
      times.push(performance.now() - began)
    }
    return percentile(times, 0.5)
  }
  await fill(newIds())
  const few = await batches(batchesTimed)
  await db.$executeRaw`
    INSERT INTO "OutboxEntry" ("topic", "key", "payload")
    SELECT 'paint-portrait', 'bench-' || id, jsonb_build_object('orderId', id)
    FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, ${backlog}::int)) AS ids`
  const many = await batches(batchesTimed)
  await db.outboxEntry.deleteMany({ where: { dispatchedAt: null } })
  return { few, many }
}

/** What the outbox holds, sent by as many at once as there may be web processes; the rows were committed with their orders. */
async function ownRate(): Promise<number> {
  const ids = newIds()
  await fill(ids)
  const dispatcher = async () => {
    while ((await dispatchOutbox()) > 0);
  }
  return jobsPerSecond(ids, () => Promise.all(Array.from({ length: dispatchers }, dispatcher)))
}

/** The same number, added by so many callers at once as bring BullMQ the most. */
async function bareRate(add: Add): Promise<number> {
  const ids = newIds()
  const left = [...ids]
  const caller = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) await add(id)
  }
  return jobsPerSecond(ids, () => Promise.all(Array.from({ length: callers }, caller)))
}

/** BullMQ as its manual has it, with the house's options. */
function openBare() {
  const take = async (job: { data: { id: string } }) => taken(job.data.id)
  const options = { concurrency, lockDuration: lockDurationMs, stalledInterval: stalledIntervalMs }
  const added = (id: string) => ({ ...jobOptions, jobId: `bare-${id}` })
  if (backEnd === 'redis') {
    const queue = new Queue('bare', { connection: openQueueRedis() })
    const worker = new Worker('bare', take, { ...options, connection: openQueueRedis() })
    return { add: (id: string) => queue.add('job', { id }, added(id)), worker }
  }
  const bound = withBackend(createPostgresBackend)
  const connection = { connectionString: env.DATABASE_URL, max: 3, schema: queueSchema, skipMigrations: true }
  const queue = new bound.Queue<{ id: string }>('bare', { connection })
  const worker = new bound.Worker<{ id: string }>('bare', take, { ...options, connection })
  return { add: (id: string) => queue.add('job', { id }, added(id)), worker }
}

const commit: Add = (orderId) =>
  db.outboxEntry.create({ data: { topic: 'paint-portrait', key: `bench-${orderId}`, payload: { orderId } } })

/** From an order's outbox row to its job in a worker's hands, against bare BullMQ on the same back end. Wants a database of its own. */
async function benchQueue(): Promise<BenchTable> {
  await prepareQueue()
  consume({ 'paint-portrait': async ({ orderId }) => taken(orderId) }, concurrency)
  const bare = openBare()
  await waits(dispatchOutbox, commit)
  await waits(bare.add)
  await tidy()
  const [own, baseline] = [percentile(await waits(dispatchOutbox, commit), 0.5), percentile(await waits(bare.add), 0.5)]
  const { few, many } = await batchTimes()
  await tidy()
  const [rates, bareRates]: [number[], number[]] = [[], []]
  // In turn, since the machine is not the same from second to second; the first of each, whose code is not compiled yet, is not counted.
  for (let turn = 0; turn <= turns; turn++) {
    rates.push(await ownRate())
    bareRates.push(await bareRate(bare.add))
  }
  const [rate, bareJobs] = [percentile(rates.slice(1), 0.5), percentile(bareRates.slice(1), 0.5)]
  const added = own - baseline
  return {
    title: `Queue on ${backEnd}, from commit to a worker's hands, against bare BullMQ`,
    rows: [
      {
        ...{ name: 'order through the outbox, median', value: own, unit: 'ms', baseline, ratio: own / baseline },
        goal: `<= ${goalMs} ms more`,
        isMet: added <= goalMs,
      },
      {
        ...{
          name: `batch while ${backlog} wait, against few`,
          value: many,
          unit: 'ms',
          baseline: few,
          ratio: many / few,
        },
        goal: '<= 2 times',
        isMet: many / few <= 2,
      },
      {
        ...{ name: 'orders a second', value: rate, unit: 'jobs/s', baseline: bareJobs, ratio: rate / bareJobs },
        goal: '>= 0.8',
        isMet: rate / bareJobs >= 0.8,
      },
    ],
  }
}

console.log(JSON.stringify(await benchQueue()))
await producer().close()
process.exit(0)
