import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, holderOf, readOrders, until, untilEnded } from '../house/ask'
import { Visitor } from '../house/visitor'
import { conclude, seconds } from './conclude'

/** Lock (5 s), stalled interval (2.5 s), and 2 s more. */
const RERUN_LIMIT_MS = 9_500

export const workerKilled: Drill = {
  name: 'd1',
  title: 'kill -9 of a worker while it paints',
  expected: '0 lost, 0 doubled; painted anew within 9.5 s of the kill',
  backEnds: ['postgres', 'redis'],
  async run({ isLong, isWithin, sharedHouse }) {
    const house = await sharedHouse()
    const history = new History()
    const style = await anyStyle(house)
    const visitor = new Visitor(() => house.urls[0] ?? '', history)
    const wanted = isLong ? 200 : 2
    const reruns: number[] = []
    for (let tries = 0; reruns.length < wanted && tries < wanted * 3; tries++) {
      const { orderId = '' } = await visitor.order(style, { quality: 'PAINTING', size: 768 })
      const painted = async () => {
        const [order] = await readOrders(house, [orderId])
        return order?.status === 'PAINTING' && order
      }
      const held = await until(painted, 60_000, 5)
      const holder = held && holderOf(house, held)
      if (!held || !holder) continue
      const killedAt = Date.now()
      await holder.kill()
      holder.start()
      const anew = await until(async () => {
        const [order] = await readOrders(house, [orderId])
        if (order?.status === 'PAINTED' && order.attempt === held.attempt) return 'too late' as const
        return order && order.attempt > held.attempt && ('claimed' as const)
      }, 60_000)
      if (anew === 'claimed') reruns.push(Date.now() - killedAt)
      if (anew === undefined) reruns.push(Number.POSITIVE_INFINITY)
      await untilEnded(house, [orderId], 90_000)
      await house.heal()
    }
    const unended = await untilEnded(house, history.acceptedOrders(), 90_000)
    const verdict = await checkHistory(house, history)
    const longest = Math.max(...reruns)
    return conclude(
      [
        verdict.problems.length === 0 && unended.length === 0,
        reruns.length === wanted,
        isWithin(longest, RERUN_LIMIT_MS),
      ],
      `${reruns.length} kills, painted anew within ${seconds(longest)}; ${verdict.acknowledged} orders accepted`,
      verdict,
    )
  },
}
