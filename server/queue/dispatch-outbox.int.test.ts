import { beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/platform/db'
import { dispatchOutbox } from './dispatch-outbox'
import { prepareQueue } from './prepare-queue'

beforeAll(prepareQueue)

it('sends for all who ask at once, with one connection and nothing left behind', async () => {
  await db.outboxEntry.deleteMany()
  const entry = (key: string) => ({ topic: 'paint-portrait', key, payload: { orderId: crypto.randomUUID() } })
  const transactions = vi.spyOn(db, '$transaction')
  await db.outboxEntry.createMany({ data: [entry('a'), entry('b')] })
  const first = dispatchOutbox()
  // Written after the first run may have looked: whoever asks now is answered by the run after it.
  await db.outboxEntry.createMany({ data: [entry('c')] })
  const later = Array.from({ length: 20 }, () => dispatchOutbox())
  const counts = await Promise.all([first, ...later])
  expect(transactions.mock.calls.length).toBeLessThanOrEqual(2)
  expect(new Set(counts.slice(1)).size).toBe(1)
  expect(await db.outboxEntry.count({ where: { dispatchedAt: null } })).toBe(0)
  transactions.mockRestore()
})
