import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Consumer, consume } from './consume'
import { Declined } from './declined'
import { enqueue } from './enqueue'
import { prepareQueue } from './prepare-queue'
import { producer } from './producer'

/** Who was offered which job, and whether a failure then would have been its last. */
const offers: { worker: string; orderId: string; isLastTry: boolean }[] = []
const consumers: Consumer[] = []

const open = (worker: string, isDeclining: boolean) =>
  consume(
    {
      'paint-portrait': async ({ orderId }, { isLastTry }) => {
        offers.push({ worker, orderId, isLastTry })
        if (isDeclining) throw new Declined(100, 'as the test wishes')
      },
    },
    1,
  )

beforeAll(prepareQueue)

afterAll(async () => {
  await Promise.all(consumers.map((consumer) => consumer.close()))
  await producer().close()
})

it('offers a declined job again, uses up no try of it, and lets another worker take it', async () => {
  const orderId = randomUUID()
  const offered = (worker: string) => offers.filter((offer) => offer.worker === worker && offer.orderId === orderId)
  consumers.push(open('declining', true))
  await enqueue('paint-portrait', { orderId }, `job-${orderId}`)
  // More often than a job has tries.
  await vi.waitFor(() => expect(offered('declining').length).toBeGreaterThan(4), { timeout: 60_000, interval: 50 })
  consumers.push(open('willing', false))
  await vi.waitFor(() => expect(offered('willing')).toHaveLength(1), { timeout: 60_000, interval: 50 })
  expect(offers.map(({ isLastTry }) => isLastTry)).not.toContain(true)
})
