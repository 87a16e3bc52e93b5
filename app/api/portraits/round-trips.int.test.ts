import { beforeAll, expect, it } from 'vitest'
import { Visitor } from '@/server/http/testing/visitor'
import { countRoundTrips } from '@/server/platform/testing/round-trips'
import { makeMaster } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { known, send } from '../testing/order-as'

/** Half a second each behind the line of drill d8, where an order has ten. Two are left for what else the process may be at. */
const MOST = { newcomer: 10 + 2, known: 12 + 2 }

const orderOf = (visitor: Visitor) => async () => expect((await send(visitor)).status).toBe(202)

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  // Connections, and what is read once for all.
  for (let times = 0; times < 3; times++) await orderOf(new Visitor())()
})

it('takes few round trips one after the other for a newcomer, and for somebody known', async () => {
  expect(await countRoundTrips(orderOf(new Visitor()))).toBeLessThanOrEqual(MOST.newcomer)
  expect(await countRoundTrips(orderOf(await known()))).toBeLessThanOrEqual(MOST.known)
})
