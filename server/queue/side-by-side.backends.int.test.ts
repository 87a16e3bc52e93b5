import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type JobPayload, jobSchemas } from '@/lib/contracts/jobs'
import { db } from '@/server/platform/db'
import { type Consumer, consume, type JobHandlers } from './consume'
import { dispatchOutbox } from './dispatch-outbox'
import { enqueue } from './enqueue'
import { HandedBack } from './handed-back'
import { prepareQueue } from './prepare-queue'
import { type Producer, producer } from './producer'
import { jobOptions } from './settings'

const WAIT = { timeout: 30_000, interval: 50 }
const consumers: Consumer[] = []

function start(paint: JobHandlers['paint-portrait'], others: object = {}): Consumer {
  const consumer = consume({ 'paint-portrait': paint, ...others } as JobHandlers, 1)
  consumers.push(consumer)
  return consumer
}
/** As a process of a newer release would add it. */
const addAsNewer = (name: string, data: object, id: string) =>
  producer().add(name as Parameters<Producer['add']>[0], data as JobPayload<'paint-portrait'>, {
    ...jobOptions,
    jobId: id,
  })

beforeAll(() => prepareQueue())
afterAll(async () => {
  for (const consumer of consumers) await consumer.close()
  await producer().close()
})

it('leaves a job of a newer release to a newer worker, and takes from a known one what it knows', async () => {
  const orderId = randomUUID()
  const [seenByOld, seenByNew]: unknown[][] = [[], []]
  const old = start(async (payload) => void seenByOld?.push(payload))
  await addAsNewer('varnish-portrait', { coats: 2 }, `varnish-${orderId}`)
  await addAsNewer('paint-portrait', { orderId, mood: 'calm' }, `job-${orderId}`)
  await vi.waitFor(() => expect(seenByOld).toEqual([{ orderId }]), WAIT)
  await vi.waitFor(async () => expect((await producer().getJobCounts('delayed')).delayed).toBe(1), WAIT)
  await old.close()
  // The newer worker: this one with one more job in its table.
  Object.assign(jobSchemas, { 'varnish-portrait': { safeParse: (data: unknown) => ({ success: true, data }) } })
  const newer = start(async () => {}, { 'varnish-portrait': async (payload: unknown) => void seenByNew?.push(payload) })
  await vi.waitFor(() => expect(seenByNew).toEqual([{ coats: 2 }]), WAIT)
  Reflect.deleteProperty(jobSchemas, 'varnish-portrait')
  await newer.close()
})

it('gives a job that is handed back to another worker, with all its tries', async () => {
  const orderId = randomUUID()
  const lastTries: boolean[] = []
  const leaves = new Promise<void>((resolve) => {
    const leaving: Consumer = start(async () => {
      setTimeout(() => leaving.close().then(resolve), 0)
      throw new HandedBack()
    })
  })
  await enqueue('paint-portrait', { orderId }, `job-${orderId}`)
  await leaves
  start(async (_payload, { isLastTry }) => {
    lastTries.push(isLastTry)
    if (lastTries.length < jobOptions.attempts) throw new Error('as the test wishes')
  })
  await vi.waitFor(() => expect(lastTries).toEqual([false, false, true]), WAIT)
})

it('sends what it knows of the outbox, whole, and leaves a newer release’s topics to it', async () => {
  const orderId = randomUUID()
  await db.outboxEntry.createMany({
    data: [
      { topic: 'varnish-portrait', key: `varnish-${orderId}`, payload: { coats: 2 } },
      { topic: 'paint-portrait', key: `known-${orderId}`, payload: { orderId, mood: 'calm' } },
    ],
  })
  await consumers.at(-1)?.close()
  expect(await dispatchOutbox()).toBe(1)
  expect(await producer().getJob(`known-${orderId}`)).toMatchObject({ data: { orderId, mood: 'calm' } })
  expect(await db.outboxEntry.findMany({ where: { dispatchedAt: null }, select: { topic: true } })).toEqual([
    { topic: 'varnish-portrait' },
  ])
})
