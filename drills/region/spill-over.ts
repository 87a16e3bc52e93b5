import type { History } from '../history/history'
import { readOrders, untilEnded } from '../house/ask'
import type { House } from '../house/house'
import { jsonOf } from '../house/send'
import { Visitor } from '../house/visitor'

const ORDERS = 8
const LIMIT_MS = 180_000

export interface SpillOver {
  isOk: boolean
  seen: string
}

/** Orders come to the region that writes faster than its worker paints, while workers of another region are idle: these take their part, and people find it at the door where they ordered. */
export async function spillOver(first: House, second: House, history: History, style: string): Promise<SpillOver> {
  for (const worker of second.workers) await worker.startAndWait()
  const abroad = new Set(second.workers.map(({ pid }) => pid))
  const base = () => first.urls[0] ?? ''
  const artists = Array.from({ length: ORDERS }, () => new Visitor(base, history))
  const orders = await Promise.all(
    artists.map(async (artist) => ({ artist, ...(await artist.order(style, { quality: 'PAINTING' })) })),
  )
  const ids = orders.flatMap(({ orderId }) => orderId ?? [])
  const waiting = await untilEnded(first, ids, LIMIT_MS)
  const ended = await readOrders(first, ids)
  const isAbroad = (workerId: string | null) => abroad.has(Number(workerId?.split('-').at(-2)))
  const painted = ended.filter(({ status }) => status === 'PAINTED')
  const taken = painted.filter(({ workerId }) => isAbroad(workerId))
  // Workers of another region are there while they are needed.
  for (const worker of second.workers) await worker.stop()

  let shown = 0
  for (const { id } of taken) {
    const artist = orders.find(({ orderId }) => orderId === id)?.artist
    const view = artist && jsonOf(await artist.call({ method: 'GET', path: `/api/portraits/${id}` }))
    const { painting } = (view ?? {}) as { painting?: { id: string; access?: string } }
    const path = `/api/pictures/${painting?.id}/512.webp${painting?.access ? `?access=${painting.access}` : ''}`
    if ((await artist?.call({ method: 'GET', path }))?.status === 200) shown += 1
  }
  return {
    isOk:
      ids.length === ORDERS &&
      waiting.length === 0 &&
      painted.length === ORDERS &&
      taken.length > 0 &&
      shown === taken.length,
    seen: `${painted.length} of ${ids.length} orders at the loaded region painted, ${taken.length} of them by the other one, ${shown} of these shown at the first door`,
  }
}
