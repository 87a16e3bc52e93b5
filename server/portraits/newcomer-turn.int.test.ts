import { beforeAll, expect, it } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { newcomerTurn } from './newcomer-turn'
import { orderPortrait } from './order-portrait'
import { formOf, makeMaster, newOrder, newPhoto } from './testing/orders'

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

it('puts the guests that one address makes behind each other, and no farther than the fourth turn', async () => {
  const turns = []
  for (let guest = 0; guest < 45; guest++) turns.push(await newcomerTurn('192.0.2.7'))
  expect([turns[0], turns[9], turns[10], turns[20], turns[30], turns[44]]).toEqual([1, 1, 2, 3, 4, 4])
  expect(await newcomerTurn('192.0.2.8')).toBe(1)
})

it('gives the order of such a guest its turn, so that it waits behind the first one of everybody else', async () => {
  for (let guest = 0; guest < 25; guest++) await newcomerTurn('192.0.2.9')
  const order = { key: crypto.randomUUID(), form: formOf(), photo: await newPhoto(), address: '192.0.2.9' }
  const { id } = await orderPortrait({ viewer: await makePerson('GUEST'), isNewcomer: true, ...order })
  const { id: other } = await newOrder(await makePerson())
  const turnOf = async (which: string) => (await db.portraitOrder.findUniqueOrThrow({ where: { id: which } })).turn
  expect([await turnOf(id), await turnOf(other)]).toEqual([3, 1])
})
