import { setTimeout as sleep } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import type { History } from '../history/history'
import { anyStyle, publicWorks, untilEnded } from '../house/ask'
import { Visitor } from '../house/visitor'
import { Figures } from '../load/figures'
import { startMarkLoad } from '../load/mark-load'
import type { Cluster } from './cluster'

const PEOPLE = 5
const SOCKETS = 8
const ORDER_PAUSE_MS = 4_000
const VIEW_PAUSE_MS = 250
const PAGES = ['/', '/studio', '/sign-in', '/api/exhibitions', '/api/styles']

/** A few people for some time: they look, like, keep and are painted. Some stay until they are asked to leave. */
export async function spendEvening(cluster: Cluster, history: History, milliseconds: number) {
  const { url, house } = cluster
  const base = () => url
  const [style, artworks] = [await anyStyle(house), await publicWorks(house, 12)]
  const marks = await startMarkLoad({ base, history, artworks, people: PEOPLE, pauseMs: 150 })
  const sockets: Socket[] = []
  for (let index = 0; index < SOCKETS; index++) {
    const guest = await new Visitor(base, history).comeIn(artworks[0] ?? '')
    sockets.push(io(url, { transports: ['websocket'], forceNew: true, extraHeaders: guest.headers() }))
  }
  const figures = new Figures()
  const orders: string[] = []
  const until = Date.now() + milliseconds
  const viewing = async () => {
    for (let turn = 0; Date.now() < until; turn++) {
      const path = PAGES[turn % PAGES.length] ?? '/'
      figures.note(await new Visitor(base, history).call({ method: 'GET', path }))
      if (turn % 5 === 0) {
        const work = artworks[turn % artworks.length]
        figures.note(await new Visitor(base, history).call({ method: 'GET', path: `/works/${work}` }))
      }
      await sleep(VIEW_PAUSE_MS)
    }
  }
  const ordering = async () => {
    for (let turn = 0; Date.now() < until; turn++) {
      const quality = turn % 3 === 0 ? 'PAINTING' : 'SKETCH'
      const { answer, orderId } = await new Visitor(base, history).order(style, { quality })
      figures.note(answer)
      if (orderId) orders.push(orderId)
      await sleep(ORDER_PAUSE_MS)
    }
  }
  await Promise.all([viewing(), ordering()])
  await marks.stop()
  const waiting = await untilEnded(house, orders, 120_000)
  const leave = () => {
    for (const socket of sockets) socket.disconnect()
  }
  const failed = [figures, marks.figures].reduce((sum, each) => sum + each.between(0) + each.between(500, 599), 0)
  return { answers: figures.count + marks.figures.count, failed, orders: orders.length, waiting: waiting.length, leave }
}
