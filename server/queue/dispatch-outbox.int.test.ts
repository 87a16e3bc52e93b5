import { beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/platform/db'
import { dispatchOutbox } from './dispatch-outbox'
import { prepareQueue } from './prepare-queue'

beforeAll(prepareQueue)

it('sends for all who ask at once, with few connections and nothing left behind', async () => {
  await db.outboxEntry.deleteMany()
  const entry = (key: string) => ({ topic: 'paint-portrait', key, payload: { orderId: crypto.randomUUID() } })
  const transactions = vi.spyOn(db, '$transaction')
  await db.outboxEntry.createMany({ data: [entry('a'), entry('b')] })
  const asked = Array.from({ length: 3 }, () => dispatchOutbox())
  // Written after these may have looked: whoever asks now is answered by the one run after them.
  await db.outboxEntry.createMany({ data: [entry('c')] })
  const later = Array.from({ length: 20 }, () => dispatchOutbox())
  await Promise.all([...asked, ...later])
  expect(transactions.mock.calls.length).toBeLessThanOrEqual(6)
  expect(await db.outboxEntry.count({ where: { dispatchedAt: null } })).toBe(0)
  transactions.mockRestore()
})
