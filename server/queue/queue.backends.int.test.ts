import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/platform/db'
import { checkQueue } from './check-queue'
import { type Consumer, consume } from './consume'
import { dispatchOutbox } from './dispatch-outbox'
import { enqueue, enqueueAll } from './enqueue'
import { prepareQueue } from './prepare-queue'
import { producer } from './producer'

const seen: { orderId: string; isLastTry: boolean }[] = []
/** The job that fails, so often. */
const failing = { orderId: '', times: 0 }
let consumer: Consumer

const timesSeen = (orderId: string) => seen.filter((job) => job.orderId === orderId).length
const until = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: 30_000, interval: 50 })

beforeAll(async () => {
  await prepareQueue()
  consumer = consume(
    {
      'paint-portrait': async ({ orderId }, { isLastTry }) => {
        seen.push({ orderId, isLastTry })
        if (orderId === failing.orderId && failing.times-- > 0) throw new Error('as the test wishes')
      },
    },
    2,
  )
})

afterAll(async () => {
  await consumer.close()
  await producer().close()
})

it('runs a job once, however often it was added under its id while it waited', async () => {
  const orderId = randomUUID()
  // In one go: one that was added after the others had run would rightly run again.
  const job = { name: 'paint-portrait', payload: { orderId }, id: `job-${orderId}`, priority: 1 } as const
  await enqueueAll([job, job, job])
  await until(() => timesSeen(orderId) > 0)
  expect(timesSeen(orderId)).toBe(1)
})

it('tries a failed job again and says which try is the last', async () => {
  const orderId = randomUUID()
  Object.assign(failing, { orderId, times: 3 })
  await enqueue('paint-portrait', { orderId }, `job-${orderId}`)
  await until(() => timesSeen(orderId) === 3)
  expect(seen.filter((job) => job.orderId === orderId).map((job) => job.isLastTry)).toEqual([false, false, true])
})

it('refuses a payload that is not the contract’s', async () => {
  await expect(enqueue('paint-portrait', { orderId: 'not-an-id' }, 'job-x')).rejects.toThrow()
})

it('sends what the outbox holds exactly once, many processes or not', async () => {
  const orderIds = Array.from({ length: 20 }, () => randomUUID())
  await db.outboxEntry.createMany({
    data: orderIds.map((orderId) => ({ topic: 'paint-portrait', key: `job-${orderId}`, payload: { orderId } })),
  })
  await Promise.all([dispatchOutbox(), dispatchOutbox(), dispatchOutbox()])
  while ((await dispatchOutbox()) > 0);
  await until(() => orderIds.every((orderId) => timesSeen(orderId) > 0))
  expect(orderIds.map(timesSeen)).toEqual(orderIds.map(() => 1))
  expect(await db.outboxEntry.count({ where: { dispatchedAt: null } })).toBe(0)
})

it('is not held up by an outbox entry that cannot be read', async () => {
  const orderId = randomUUID()
  await db.outboxEntry.create({
    data: { topic: 'paint-portrait', key: `odd-${orderId}`, payload: { orderId: 'not-an-id' } },
  })
  await db.outboxEntry.create({ data: { topic: 'paint-portrait', key: `job-${orderId}`, payload: { orderId } } })
  expect(await dispatchOutbox()).toBe(1)
  await until(() => timesSeen(orderId) === 1)
  // It stays, behind the others.
  expect(await db.outboxEntry.findMany({ where: { dispatchedAt: null } })).toMatchObject([{ attempts: 1 }])
  await db.outboxEntry.deleteMany({ where: { dispatchedAt: null } })
})

it('says that it is well', async () => {
  expect(await checkQueue()).toMatchObject({ status: 'up' })
})

it('does not start with a job that nobody handles', () => {
  expect(() => consume({} as never, 1)).toThrow('jobs without a handler: paint-portrait')
})
