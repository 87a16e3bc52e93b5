import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { completeOrder } from './complete-order'
import { failOrder } from './fail-order'
import { readQueue } from './read-queue'
import { claimed, makeMaster, newOrder, painting } from './testing/orders'

const inAnHour = () => new Date(Date.now() + 3_600_000)
let operator: Viewer

async function painted(changes: Parameters<typeof painting>[0] = {}): Promise<void> {
  const { id } = await newOrder(operator, { quality: changes.quality ?? 'PAINTING' })
  await completeOrder(await claimed(id), await painting(changes))
}

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  operator = await makePerson('OPERATOR')
})

it('is all noughts in an empty house', async () => {
  const none = (quality: string) => ({ quality, paintings: 0, averageMs: null })
  expect(await readQueue(operator)).toEqual({
    queued: 0,
    painting: 0,
    oldestQueuedSeconds: null,
    painted: 0,
    failed: 0,
    setAside: 0,
    times: ['SKETCH', 'PAINTING', 'MASTER'].map(none),
  })
})

it('counts what waits, is painted and has ended, and says how long painting took', async () => {
  const oldest = await newOrder(operator)
  await newOrder(operator)
  await claimed((await newOrder(operator)).id)
  await failOrder(await claimed((await newOrder(operator)).id), 'painter_failed')
  await painted({ quality: 'SKETCH', paintingMs: 40 })
  await painted({ paintingMs: 100 })
  await painted({ paintingMs: 301 })

  const now = inAnHour()
  expect(await readQueue(operator, now)).toEqual({
    queued: 2,
    painting: 1,
    oldestQueuedSeconds: (now.getTime() - Date.parse(oldest.createdAt)) / 1000,
    painted: 3,
    failed: 1,
    setAside: 0,
    times: [
      { quality: 'SKETCH', paintings: 1, averageMs: 40 },
      { quality: 'PAINTING', paintings: 2, averageMs: 200.5 },
      { quality: 'MASTER', paintings: 0, averageMs: null },
    ],
  })
})

it('leaves out what ended more than a day ago, and nothing that still waits', async () => {
  const dayBefore = new Date(Date.now() - 25 * 3_600_000)
  await db.portraitOrder.updateMany({ where: { finishedAt: { not: null } }, data: { finishedAt: dayBefore } })
  await db.portraitResult.updateMany({ data: { createdAt: dayBefore } })
  const { queued, painting, painted, failed, times } = await readQueue(operator)
  expect([queued, painting, painted, failed]).toEqual([2, 1, 0, 0])
  expect(times.map(({ averageMs }) => averageMs)).toEqual([null, null, null])
})
