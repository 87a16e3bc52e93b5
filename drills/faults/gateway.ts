import { setTimeout as sleep } from 'node:timers/promises'
import { type Drill, Skipped } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, publicWorks, untilEnded } from '../house/ask'
import { Gateway } from '../house/gateway'
import { send } from '../house/send'
import { Visitor } from '../house/visitor'
import { Figures } from '../load/figures'
import { startMarkLoad } from '../load/mark-load'
import { conclude, seconds } from './conclude'
import { lookAtGateway } from './look-at-gateway'

/** Before the kill, and between it and the restart. */
const UNDER_LOAD_MS = 2_500
const PEOPLE = 6

export const gatewayDrill: Drill = {
  name: 'gateway',
  title: 'nginx before two web processes, one killed under load; limits, caches, sockets, closed doors',
  expected: 'no request fails but those in flight at the kill; everything of deploy/nginx as promised',
  backEnds: ['postgres', 'redis'],
  async run({ isLong, ownHouse, newFolder }) {
    // The gateway's own limit is what is looked at, not that of the house behind it.
    const env = { ORDER_REQUESTS_PER_SECOND: '1000', ORDER_REQUESTS_BURST: '1000', API_REQUESTS_PER_SECOND: '10000' }
    const house = await ownHouse({ webs: 2, workers: 1, env })
    const gateway = await Gateway.open(
      newFolder(),
      house.urls.map((url) => Number(new URL(url).port)),
    )
    if (!gateway) throw new Skipped('No nginx on this machine.')
    try {
      const base = () => gateway.url
      const history = new History()
      const [style, artworks] = [await anyStyle(house), await publicWorks(house, 8)]
      const load = await startMarkLoad({ base, history, artworks, people: PEOPLE, pauseMs: 20 })
      const others = new Figures()
      const stopping = new AbortController()
      const viewing = repeat(stopping.signal, 100, async () => {
        others.note(await send({ method: 'GET', url: `${gateway.url}/` }))
      })
      const ordering = repeat(stopping.signal, 1_000, async () => {
        others.note((await new Visitor(base, history).order(style)).answer)
      })
      // One for each person, one page and one order may be on their way at the moment of a kill.
      const kills = isLong ? 20 : 1
      for (let round = 0; round < kills; round++) {
        await sleep(UNDER_LOAD_MS)
        const web = house.webs[round % house.webs.length]
        await web?.kill()
        await sleep(UNDER_LOAD_MS)
        await web?.startAndWait()
      }
      stopping.abort()
      await Promise.all([load.stop(), viewing, ordering])
      const promises = await lookAtGateway({ gateway, house, style, artworks, history })
      const stalled = await untilEnded(house, history.acceptedOrders(), 60_000)
      const verdict = await checkHistory(house, history)
      const answers = load.figures.count + others.count
      const failed = [load.figures, others].reduce((sum, each) => sum + each.between(0) + each.between(500, 599), 0)
      const mostInFlight = kills * (PEOPLE + 2)
      const longest = Math.max(load.figures.longest, others.longest)
      const kept = promises.filter(({ isKept }) => isKept).map(({ name }) => name)
      const broken = promises.filter(({ isKept }) => !isKept).map(({ name, seen }) => `${name} (${seen})`)
      const brokenText = broken.length > 0 ? `; BROKEN: ${broken.join(', ')}` : ''
      return conclude(
        [failed <= mostInFlight, stalled.length === 0, broken.length === 0, answers > kills * 50],
        `${kills} kills, ${answers} answers, ${failed} failed (at most ${mostInFlight} were in flight), longest ${seconds(longest)}; ` +
          `kept: ${kept.join(', ')}${brokenText}`,
        verdict,
      )
    } finally {
      await gateway.close()
    }
  },
}

async function repeat(signal: AbortSignal, pauseMs: number, work: () => Promise<void>) {
  while (!signal.aborted) {
    await work()
    await sleep(pauseMs)
  }
}
