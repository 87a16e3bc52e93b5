import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, readOrders, untilEnded } from '../house/ask'
import { Visitor } from '../house/visitor'
import { conclude } from './conclude'

const MINUTE_MS = 60_000

export const wrongClock: Drill = {
  name: 'd10',
  title: "two workers' clocks off by 60 s, one fast, one slow",
  expected: '0 doubled: every order is claimed once and painted once',
  backEnds: ['postgres', 'redis'],
  async run({ isLong, ownHouse }) {
    const house = await ownHouse({
      workers: 2,
      workerArgs: () => ['--import', './drills/house/shift-clock.mjs'],
      workerEnv: (index) => ({ DRILL_CLOCK_OFFSET_MS: String(index === 0 ? MINUTE_MS : -MINUTE_MS) }),
    })
    const history = new History()
    const style = await anyStyle(house)
    const base = () => house.urls[0] ?? ''
    // Refined, so that the sweeper, which looks every five seconds, looks while one worker paints and the other has nothing to do.
    const batches = isLong ? 10 : 2
    for (let batch = 0; batch < batches; batch++) {
      const { orderId } = await new Visitor(base, history).order(style, { quality: 'MASTER' })
      await untilEnded(house, orderId ? [orderId] : [], 180_000)
      // The one that swept goes and comes back, so that the other one sweeps.
      const [leader] = house.workers
      if (!leader || batch + 1 === batches) continue
      await leader.stop()
      await leader.startAndWait()
      house.workers.reverse()
    }
    const ids = history.acceptedOrders()
    const verdict = await checkHistory(house, history)
    const rows = await readOrders(house, ids)
    const once = rows.filter(({ attempt }) => attempt === 1).length
    return conclude(
      [ids.length === batches, once === batches],
      `${ids.length} of ${batches} orders accepted, ${once} claimed once`,
      verdict,
    )
  },
}
