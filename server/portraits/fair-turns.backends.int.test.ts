import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { type Consumer, consume } from '@/server/queue/consume'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { producer } from '@/server/queue/producer'
import { cancelPortrait } from './cancel-portrait'
import { estimateWait } from './estimate-wait'
import { requeueStragglers } from './requeue-stragglers'
import { makeMaster, newOrder } from './testing/orders'

let consumer: Consumer | undefined

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

afterAll(async () => {
  await consumer?.close()
  await producer().close()
})

it('paints everybody’s first order before anybody’s second, and says so while they wait', async () => {
  const [hasty, calm, late] = [await makePerson(), await makePerson(), await makePerson()]
  // Five at once, each with a number of its own.
  const five = await Promise.all([1, 2, 3, 4, 5].map(() => newOrder(hasty)))
  const ones = [await newOrder(calm), await newOrder(late)]
  const second = await newOrder(calm)
  const rows = await db.portraitOrder.findMany({ select: { id: true, turn: true, personId: true } })
  const turnsOf = (personId: string) =>
    rows
      .filter((row) => row.personId === personId)
      .map(({ turn }) => turn)
      .sort()
  expect(turnsOf(hasty.id)).toEqual([1, 2, 3, 4, 5])
  expect(turnsOf(calm.id)).toEqual([1, 2])
  const inTurn = (turn: number) =>
    five.map(({ id }) => id).filter((id) => rows.some((row) => row.id === id && row.turn === turn))
  const expected = [
    ...inTurn(1),
    ...ones.map(({ id }) => id),
    ...inTurn(2),
    second.id,
    ...inTurn(3),
    ...inTurn(4),
    ...inTurn(5),
  ]
  const places = await Promise.all(expected.map(async (id) => (await estimateWait(id)).position))
  expect(places).toEqual(expected.map((_, place) => place))

  // A queue that has lost everything is filled again in the same order.
  await db.portraitOrder.updateMany({ data: { queuedAt: new Date(0) } })
  expect(await requeueStragglers(20)).toBe(expected.length)

  const painted: string[] = []
  consumer = consume({ 'paint-portrait': async ({ orderId }) => void painted.push(orderId) }, 1)
  await vi.waitFor(() => expect(painted).toHaveLength(expected.length), { timeout: 30_000 })
  expect(painted).toEqual(expected)
})

it('gives a person the first turn again once nothing of theirs is outstanding', async () => {
  const person = await makePerson()
  const { id } = await newOrder(person)
  await cancelPortrait(id, person.id)
  const again = await newOrder(person)
  expect(await db.portraitOrder.findUniqueOrThrow({ where: { id: again.id } })).toMatchObject({ turn: 1 })
})
