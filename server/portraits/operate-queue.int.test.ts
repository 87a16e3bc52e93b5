import { beforeAll, beforeEach, expect, it } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { Declined } from '@/server/queue/declined'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { drainWorker } from '@/server/workers/drain-worker'
import { listWorkers } from '@/server/workers/list-workers'
import { reportPresence } from '@/server/workers/report-presence'
import { cancelForHouse } from './cancel-for-house'
import { claimOrder } from './claim-order'
import { estimateWait } from './estimate-wait'
import { failOrder } from './fail-order'
import { listQueue } from './list-queue'
import { readPortrait } from './read-portrait'
import { retryForHouse, retrySetAside } from './retry-set-aside'
import { claimed, makeMaster, newOrder } from './testing/orders'

const able = { sizes: [512, 768], models: ['m 1'], warm: ['m 1'], provider: 'cpu', secondsPerMegapixel: 4 }
const report = (id: string) => reportPresence({ id, modelName: 'm', modelVersion: '1', notes: [], ...able })

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

beforeEach(async () => {
  await db.portraitOrder.deleteMany()
  await db.workerPresence.deleteMany()
})

it('lists orders by state and age, page by page, and nothing of their photos', async () => {
  const operator = await makePerson('OPERATOR')
  const ids = []
  for (let i = 0; i < 32; i++) ids.push((await newOrder(await makePerson())).id)
  const first = await listQueue('waiting', operator)
  const second = await listQueue('waiting', operator, first.nextCursor ?? '')
  expect([...first.orders, ...second.orders].map(({ id }) => id)).toEqual(ids)
  expect(second.nextCursor).toBeNull()
  expect(Object.keys(first.orders[0] ?? {}).some((name) => /photo|preview/.test(name))).toBe(false)

  const [a, b, c] = ids.map(String)
  const broken = await claimed(String(a))
  await failOrder(broken, 'painter_failed')
  await failOrder(await claimed(String(b)), 'set_aside')
  await claimed(String(c))
  const listed = async (state: Parameters<typeof listQueue>[0]) =>
    (await listQueue(state, operator)).orders.map(({ id }) => id)
  expect(await listed('failed')).toEqual([b, a])
  expect(await listed('set-aside')).toEqual([b])
  expect(await listed('painting')).toEqual([c])
  await expect(listQueue('failed', operator, 'x')).rejects.toMatchObject({ code: 'invalid_request' })
})

it('retries what failed, after the last of the others, and cancels what is under way; each once', async () => {
  const [operator, artist] = [await makePerson('OPERATOR'), await makePerson()]
  const { id } = await newOrder(artist)
  await expect(retryForHouse(id, operator)).rejects.toMatchObject({ code: 'not_retryable' })
  await failOrder(await claimed(id), 'painter_failed')
  await expect(retrySetAside(id, operator)).rejects.toMatchObject({ code: 'not_retryable' })
  await retryForHouse(id, operator)
  expect(await db.portraitOrder.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'QUEUED', turn: 1000 })
  await expect(retryForHouse(id, operator)).rejects.toMatchObject({ code: 'not_retryable' })

  const claim = await claimed(id)
  await cancelForHouse(id, operator)
  expect(await readPortrait(id, artist.id)).toMatchObject({ status: 'CANCELLED' })
  expect(await db.portraitOrder.count({ where: { id, status: 'PAINTING', attempt: claim.attempt } })).toBe(0)
  await expect(cancelForHouse(id, operator)).rejects.toMatchObject({ code: 'not_cancellable' })
  const entries = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action }) => action)).toEqual(['portrait.retried', 'portrait.cancelled'])
})

it('lets a drained worker finish and take nothing, counts on the others, and undoes it', async () => {
  const operator = await makePerson('OPERATOR')
  expect(await report('one')).toEqual({ isDrained: false })
  await report('two')
  const [first, second] = [await newOrder(await makePerson()), await newOrder(await makePerson())]
  const claim = await claimOrder(first.id, 'one', able)
  expect(claim).not.toBeNull()
  await drainWorker('one', true, operator)
  await drainWorker('one', true, operator)
  expect(await report('one')).toEqual({ isDrained: true })
  await expect(claimOrder(second.id, 'one', able)).rejects.toBeInstanceOf(Declined)
  // What it had it may finish: its attempt still holds.
  expect(await db.portraitOrder.count({ where: { id: first.id, status: 'PAINTING', attempt: claim?.attempt } })).toBe(1)
  expect((await listWorkers(operator)).map(({ id, isDrained }) => [id, isDrained])).toEqual([
    ['one', true],
    ['two', false],
  ])
  expect((await estimateWait(second.id)).seconds).not.toBeNull()
  await drainWorker('two', true, operator)
  await drainWorker('one', false, operator)
  expect(await claimOrder(second.id, 'one', able)).toMatchObject({ id: second.id })
  await expect(drainWorker('nobody', true, operator)).rejects.toMatchObject({ code: 'not_found' })
  const entries = await db.auditEntry.findMany({
    where: { subjectType: 'worker', subjectId: 'one' },
    orderBy: { id: 'asc' },
  })
  expect(entries.map(({ action }) => action)).toEqual(['worker.drained', 'worker.undrained'])
})
