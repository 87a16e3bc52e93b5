import { setTimeout as sleep } from 'node:timers/promises'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, publicWorks, until, untilEnded } from '../house/ask'
import { send } from '../house/send'
import { Visitor } from '../house/visitor'
import { Figures } from '../load/figures'
import { startMarkLoad } from '../load/mark-load'
import { conclude, seconds } from './conclude'

const PAUSE_MS = 20_000
const ANSWER_LIMIT_MS = 10_000
/** For what the machine itself adds to a time limit of the house. */
const GRACE_MS = 1_000
const BACK_LIMIT_MS = 10_000

export const postgresPaused: Drill = {
  name: 'pg-pause',
  title: 'PostgreSQL frozen for 20 s under likes, orders and page views',
  expected: 'no answer takes above 10 s; every page is served; nothing accepted is lost; likes are back within 10 s',
  backEnds: ['postgres'],
  async run({ isLong, isWithin, sharedHouse }) {
    const house = await sharedHouse()
    const history = new History()
    const base = () => house.urls[0] ?? ''
    const [style, artworks] = [await anyStyle(house), await publicWorks(house, 8)]
    const load = await startMarkLoad({ base, history, artworks, people: 8, pauseMs: 50 })
    const pages = new Figures()
    const orders = new Figures()
    let back = 0
    for (let round = 0; round < (isLong ? 5 : 1); round++) {
      const order = () => new Visitor(base, history).order(style).then(({ answer }) => orders.note(answer))
      const asked = [order(), order()]
      // Somebody has looked at the page before, as always in a house that is open.
      await send({ method: 'GET', url: `${base()}/` })
      await sleep(500)
      house.postgres.freeze()
      for (const end = Date.now() + PAUSE_MS; Date.now() < end; await sleep(1_000)) {
        asked.push(send({ method: 'GET', url: `${base()}/` }).then((answer) => pages.note(answer)))
        if (asked.length % 4 === 0) asked.push(order())
      }
      house.postgres.resume()
      const resumedAt = Date.now()
      const before = load.acknowledged()
      const isBack = await until(async () => load.acknowledged() > before + 8, 60_000)
      back = Math.max(back, isBack ? Date.now() - resumedAt : Number.POSITIVE_INFINITY)
      await Promise.all(asked)
    }
    await load.stop()
    const unended = await untilEnded(house, history.acceptedOrders(), 90_000)
    const verdict = await checkHistory(house, history)
    const longest = Math.max(pages.longest, orders.longest, load.figures.longest)
    return conclude(
      [
        isWithin(longest, ANSWER_LIMIT_MS + GRACE_MS),
        pages.between(200) === pages.count,
        unended.length === 0,
        isWithin(back, BACK_LIMIT_MS),
      ],
      `longest answer: page ${seconds(pages.longest)}, order ${seconds(orders.longest)}, like ${seconds(load.figures.longest)}; ` +
        `${pages.between(200)} of ${pages.count} pages served; likes back after ${seconds(back)}; ` +
        `${verdict.acknowledged} acknowledged, ${verdict.unknown} in doubt`,
      verdict,
    )
  },
}
