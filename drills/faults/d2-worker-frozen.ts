import { setTimeout as sleep } from 'node:timers/promises'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, holderOf, readOrders, until, untilEnded } from '../house/ask'
import { Visitor } from '../house/visitor'
import { conclude } from './conclude'

/** A thawed worker gets this long to bring its late result. */
const LATE_MS = 4_000

export const workerFrozen: Drill = {
  name: 'd2',
  title: 'SIGSTOP of a worker past its lock, then SIGCONT',
  expected: 'late result refused each time',
  backEnds: ['postgres', 'redis'],
  async run({ isLong, sharedHouse }) {
    const house = await sharedHouse()
    const history = new History()
    const style = await anyStyle(house)
    const visitor = new Visitor(() => house.urls[0] ?? '', history)
    const wanted = isLong ? 50 : 1
    let [frozen, refused, taken] = [0, 0, 0]
    for (let tries = 0; frozen < wanted && tries < wanted * 3; tries++) {
      const { orderId = '' } = await visitor.order(style, { quality: 'PAINTING', size: 768 })
      const read = async () => (await readOrders(house, [orderId]))[0]
      const held = await until(
        async () => {
          const order = await read()
          return order?.status === 'PAINTING' && order
        },
        60_000,
        5,
      )
      const holder = held && holderOf(house, held)
      if (!held || !holder) continue
      holder.freeze()
      const other = await until(async () => {
        const order = await read()
        return order && order.attempt > held.attempt && order
      }, 40_000)
      if (!other) {
        holder.resume()
        if ((await read())?.attempt === held.attempt) taken += 1
        continue
      }
      frozen += 1
      // Once it thaws while the other paints, once after the other's end.
      if (frozen % 2 === 0) await untilEnded(house, [orderId], 60_000)
      holder.resume()
      await untilEnded(house, [orderId], 60_000)
      const done = await read()
      await sleep(LATE_MS)
      const later = await read()
      const isSame = JSON.stringify(done) === JSON.stringify(later) && done?.workerId === other.workerId
      if (isSame && done?.status === 'PAINTED') refused += 1
    }
    const verdict = await checkHistory(house, history)
    return conclude(
      [frozen === wanted, refused === frozen],
      `late result refused ${refused} of ${frozen}${taken > 0 ? `, ${taken} never taken over within 40 s` : ''}`,
      verdict,
    )
  },
}
