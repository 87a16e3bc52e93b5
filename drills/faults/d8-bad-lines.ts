import { setTimeout as sleep } from 'node:timers/promises'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, publicWorks, until, untilEnded } from '../house/ask'
import type { House } from '../house/house'
import { send } from '../house/send'
import { Visitor } from '../house/visitor'
import { Figures } from '../load/figures'
import { startMarkLoad } from '../load/mark-load'
import type { LineFault } from '../proxy/tcp-proxy'
import { conclude, seconds } from './conclude'

const ANSWER_LIMIT_MS = 10_000
/** For what the machine itself adds to a time limit of the house. */
const GRACE_MS = 1_000
const HEALED_LIMIT_MS = 30_000

const faults: { name: string; fault: Partial<LineFault> }[] = [
  // Half of it in each direction.
  { name: '500 ms latency', fault: { latencyMs: 250 } },
  { name: 'resets', fault: { resetChance: 0.05 } },
  { name: 'half-open', fault: { isHalfOpen: true } },
]

export const badLines: Drill = {
  name: 'd8',
  title: '500 ms latency, resets and half-open connections between the processes and their back end',
  expected: 'no answer takes above 10 s; the house is itself again within 30 s',
  backEnds: ['postgres', 'redis'],
  async run({ backEnd, isLong, isWithin, ownHouse }) {
    const house = await ownHouse({ isProxied: true })
    // On Redis its line alone, since that to PostgreSQL is the other run's.
    const lines = backEnd === 'redis' ? house.lines.slice(1) : house.lines
    const history = new History()
    const base = () => house.urls[0] ?? ''
    const [style, artworks] = [await anyStyle(house), await publicWorks(house, 8)]
    const seen: string[] = []
    const longest: number[] = []
    const healed: number[] = []
    for (const { name, fault } of faults) {
      const load = await startMarkLoad({ base, history, artworks, people: 4, pauseMs: 50 })
      const [pages, orders] = [new Figures(), new Figures()]
      await send({ method: 'GET', url: `${base()}/` })
      for (const line of lines) line.set(fault)
      const asked: Promise<void>[] = []
      for (const end = Date.now() + (isLong ? 60_000 : 12_000); Date.now() < end; await sleep(1_500)) {
        asked.push(send({ method: 'GET', url: `${base()}/` }).then((answer) => pages.note(answer)))
        asked.push(new Visitor(base, history).order(style).then(({ answer }) => orders.note(answer)))
      }
      for (const line of lines) line.set({})
      const resumedAt = Date.now()
      await Promise.all([...asked, load.stop()])
      healed.push(await untilHealed(house, history, style, resumedAt))
      longest.push(pages.longest, orders.longest, load.figures.longest)
      seen.push(
        `${name}: page ${seconds(pages.longest)}, order ${seconds(orders.longest)}, like ${seconds(load.figures.longest)}`,
      )
    }
    const unended = await untilEnded(house, history.acceptedOrders(), 90_000)
    const verdict = await checkHistory(house, history)
    return conclude(
      [
        isWithin(Math.max(...longest), ANSWER_LIMIT_MS + GRACE_MS),
        isWithin(Math.max(...healed), HEALED_LIMIT_MS),
        unended.length === 0,
      ],
      `longest answers: ${seen.join('; ')}; an order painted again ${seconds(Math.max(...healed))} after a fault; ${lines.reduce((sum, line) => sum + line.resets, 0)} connections reset`,
      verdict,
    )
  },
}

/** @returns milliseconds from the end of a fault until an order was accepted and painted */
async function untilHealed(house: House, history: History, style: string, since: number): Promise<number> {
  const isPainted = await until(
    async () => {
      const { orderId } = await new Visitor(() => house.urls[0] ?? '', history).order(style)
      return orderId !== undefined && (await untilEnded(house, [orderId], 60_000)).length === 0
    },
    90_000,
    250,
  )
  return isPainted ? Date.now() - since : Number.POSITIVE_INFINITY
}
