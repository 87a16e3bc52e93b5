import { setTimeout as sleep } from 'node:timers/promises'
import type { Sighting } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, publicWorks, untilEnded } from '../house/ask'
import type { House } from '../house/house'
import { send } from '../house/send'
import { Visitor } from '../house/visitor'
import { Figures } from '../load/figures'
import { startMarkLoad } from '../load/mark-load'
import { Balancer } from '../proxy/balancer'
import { conclude, seconds } from './conclude'

/**
 * Does something to a house while people like, keep, order and look behind a balancer before its web processes. Nobody may notice: no 5xx,
 * no broken connection, every order ends.
 * @param act what is done; it answers what was done, for the table
 */
export async function underCrowd(house: House, act: () => Promise<string>): Promise<Sighting> {
  const balancer = new Balancer(house.urls.map((url) => Number(new URL(url).port)))
  const address = await balancer.listen()
  try {
    const base = () => address
    const history = new History()
    const [style, artworks] = [await anyStyle(house), await publicWorks(house, 8)]
    // As behind nginx without `keepalive`: each request on a connection of its own.
    const load = await startMarkLoad({ base, history, artworks, people: 6, pauseMs: 30, isKept: false })
    const others = new Figures()
    const stopping = new AbortController()
    const painting = repeat(stopping.signal, 1_500, async () => {
      others.note((await new Visitor(base, history, false).order(style)).answer)
    })
    const viewing = repeat(stopping.signal, 150, async () => {
      others.note(await send({ method: 'GET', url: `${address}/` }, false))
    })
    const done = await act()
    stopping.abort()
    await Promise.all([load.stop(), painting, viewing])
    const stalled = await untilEnded(house, history.acceptedOrders(), 60_000)
    const verdict = await checkHistory(house, history)
    const all = load.figures.count + others.count
    const bad = load.figures.between(500, 599) + others.between(500, 599)
    const broken = load.figures.between(0) + others.between(0)
    const errors = [load.figures.errors(), others.errors()].filter(Boolean).join(', ')
    return conclude(
      [bad === 0, broken === 0, stalled.length === 0],
      `${done}, ${all} answers: ${bad} 5xx, ${broken} broken${errors && ` (${errors})`}; ` +
        `${history.acceptedOrders().length} orders, ${stalled.length} stalled; longest answer ${seconds(load.figures.longest)}`,
      verdict,
    )
  } finally {
    await balancer.close()
  }
}

async function repeat(signal: AbortSignal, pauseMs: number, work: () => Promise<void>) {
  while (!signal.aborted) {
    await work()
    await sleep(pauseMs)
  }
}
