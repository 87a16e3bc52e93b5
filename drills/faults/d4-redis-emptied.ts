import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, untilEnded } from '../house/ask'
import type { RedisProcess } from '../house/redis'
import { Visitor } from '../house/visitor'
import { conclude, seconds } from './conclude'

/** Silence after which an order counts as lost (20 s), and the rest of the 30 s to find and paint it. */
const LIMIT_MS = 30_000
const ORDERS = 4

export const redisEmptied: Drill = {
  name: 'd4',
  title: 'kill -9 of Redis and FLUSHALL, in turn, with orders waiting',
  expected: 'every accepted order finishes within 30 s',
  backEnds: ['redis'],
  async run({ isLong, isWithin, sharedHouse }) {
    const house = await sharedHouse()
    const { redis } = house
    if (!redis) throw new Error('no Redis')
    const history = new History()
    const style = await anyStyle(house)
    const times: number[] = []
    let fewest = ORDERS
    for (let round = 0; round < (isLong ? 50 : 2); round++) {
      const visitors = Array.from({ length: ORDERS }, () => new Visitor(() => house.urls[0] ?? '', history))
      const orders = await Promise.all(visitors.map((visitor) => visitor.order(style)))
      await sleep(50)
      const began = Date.now()
      if (round % 2 === 0) await killAndStart(redis)
      else await flush(redis.url)
      const ids = orders.flatMap(({ orderId }) => orderId ?? [])
      fewest = Math.min(fewest, ids.length)
      const unended = await untilEnded(house, ids, 90_000)
      times.push(unended.length > 0 ? Number.POSITIVE_INFINITY : Date.now() - began)
    }
    const verdict = await checkHistory(house, history)
    const longest = Math.max(...times)
    return conclude(
      [fewest > 0, isWithin(longest, LIMIT_MS)],
      `${times.length} times, ${history.acceptedOrders().length} orders (at least ${fewest} each time), the last finished after ${seconds(longest)}`,
      verdict,
    )
  },
}

async function killAndStart(redis: RedisProcess) {
  await redis.kill()
  await redis.start()
}

async function flush(url: string) {
  const client = new Redis(url)
  await client.flushall()
  client.disconnect()
}
