import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { forgetReading, readAdmission } from '@/server/admission/admission'
import { passDoor } from '@/server/admission/pass-door'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { type Consumer, consume } from '@/server/queue/consume'
import { enqueue } from '@/server/queue/enqueue'
import { keepPause } from '@/server/queue/keep-pause'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { producer } from '@/server/queue/producer'
import { pauseQueue, readPause } from './pause-queue'

const seen: string[] = []
let consumer: Consumer

const open = () =>
  consume(
    {
      'paint-portrait': async ({ orderId }) => {
        seen.push(orderId)
      },
    },
    1,
  )

async function order(): Promise<string> {
  const orderId = randomUUID()
  await enqueue('paint-portrait', { orderId }, `job-${orderId}`)
  return orderId
}

const taken = (orderId: string) => vi.waitFor(() => expect(seen).toContain(orderId), { timeout: 30_000, interval: 50 })
/** A job that is not held comes within some milliseconds; two seconds are many of those. */
const nothingComes = () => new Promise((resolve) => setTimeout(resolve, 2_000))

beforeAll(async () => {
  await prepareQueue()
  consumer = open()
})

afterAll(async () => {
  await consumer.close()
  await producer().close()
})

it('holds every worker, also one that starts later, and gives out what came meanwhile when it goes on', async () => {
  const operator = await makePerson('OPERATOR')
  await taken(await order())
  await pauseQueue(true, operator)
  await pauseQueue(true, operator)
  const waiting = await order()
  await nothingComes()
  await consumer.close()
  consumer = open()
  await nothingComes()
  expect(seen).not.toContain(waiting)
  expect(await readPause(operator)).not.toBeNull()
  await pauseQueue(false, operator)
  await taken(waiting)
  expect(await readPause(operator)).toBeNull()
  const entries = await db.auditEntry.findMany({ where: { subjectType: 'queue' }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action }) => action)).toEqual(['queue.paused', 'queue.resumed'])
})

it('closes the door as long, with the sentence of the topmost rung', async () => {
  const operator = await makePerson('OPERATOR')
  await pauseQueue(true, operator)
  expect(await readAdmission()).toMatchObject({ rung: 4, forcedRung: null, isPaused: true })
  await expect(passDoor(null)).rejects.toMatchObject({ code: 'studio_closed', retryAfterSeconds: 15 })
  await pauseQueue(false, operator)
  await passDoor(null)
})

it('is told to the queue again where the queue has forgotten it', async () => {
  const operator = await makePerson('OPERATOR')
  await pauseQueue(true, operator)
  // As a flushed Redis would, or a crash between the house's row and the queue.
  await producer().resume()
  await keepPause()
  const waiting = await order()
  await nothingComes()
  expect(seen).not.toContain(waiting)
  await db.house.update({ where: { id: 1 }, data: { queuePausedAt: null } })
  forgetReading()
  await keepPause()
  await taken(waiting)
})

it('lets one worker rest while it is drained, and work again', async () => {
  await consumer.rest(true)
  await consumer.rest(true)
  // The question that it had asked already may still be answered, once; the worker's claim declines that one.
  await order()
  await nothingComes()
  const waiting = await order()
  await nothingComes()
  expect(seen).not.toContain(waiting)
  await consumer.rest(false)
  await taken(waiting)
})
