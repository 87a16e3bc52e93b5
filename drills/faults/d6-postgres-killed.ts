import { setTimeout as sleep } from 'node:timers/promises'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, publicWorks, until, untilEnded } from '../house/ask'
import type { House } from '../house/house'
import { paint } from '../house/paint'
import { Visitor } from '../house/visitor'
import { startMarkLoad } from '../load/mark-load'
import { conclude, seconds } from './conclude'

const PICKUP_LIMIT_MS = 200
/** Workers may take this long to come back to the queue; what counts is that pickup is quick again then. */
const RECOVERY_LIMIT_MS = 25_000
/** As many as a room of one's own surely holds. */
const MOST_HUNG = 20

export const postgresKilled: Drill = {
  name: 'd6',
  title: 'kill -9 of PostgreSQL under likes, favourites and hangings',
  expected: '0 acknowledged writes lost; an order is picked up under 200 ms again within 25 s',
  backEnds: ['postgres', 'redis'],
  async run({ isLong, isWithin, sharedHouse }) {
    const house = await sharedHouse()
    const history = new History()
    const base = () => house.urls[0] ?? ''
    const artworks = await publicWorks(house, 12)
    const load = await startMarkLoad({ base, history, artworks, people: 12, pauseMs: 5 })
    const artist = await new Visitor(base, history).signUp()
    const portraits = await paint(house, artist, isLong ? MOST_HUNG : 4)
    const outages: number[] = []
    for (let round = 0; round < (isLong ? 100 : 3); round++) {
      await sleep(isLong ? 700 : 1_000)
      const before = load.acknowledged()
      const portrait = portraits[round]
      const hanging = portrait && artist.hang(portrait)
      await house.postgres.kill()
      const killedAt = Date.now()
      await house.postgres.start()
      const back = await until(async () => load.acknowledged() > before + 12, 60_000)
      await hanging
      if (portrait) await artist.hang(portrait)
      outages.push(back ? Date.now() - killedAt : Number.POSITIVE_INFINITY)
    }
    await load.stop()
    const pickup = await quickPickup(house, history)
    const verdict = await checkHistory(house, history)
    const hung = history.operations.filter(({ kind, outcome }) => kind === 'hanging' && outcome === 'ok').length
    return conclude(
      [
        hung > 0,
        isWithin(Math.max(...outages), RECOVERY_LIMIT_MS),
        isWithin(pickup?.pickupMs ?? Number.POSITIVE_INFINITY, PICKUP_LIMIT_MS),
      ],
      `${outages.length} kills, ${verdict.acknowledged} writes acknowledged (${hung} of them hangings), ${verdict.unknown} in doubt; ` +
        `likes back within ${seconds(Math.max(...outages))}; pickup ${pickup ? `${pickup.pickupMs} ms after ${seconds(pickup.afterMs)}` : 'never'}`,
      verdict,
    )
  },
}

/** Orders again and again until one is picked up quickly, or the time is over. @returns the quickest; undefined when none was picked up */
async function quickPickup(house: House, history: History) {
  const style = await anyStyle(house)
  const began = Date.now()
  let quickest: { pickupMs: number; afterMs: number } | undefined
  await until(async () => {
    const { orderId } = await new Visitor(() => house.urls[0] ?? '', history).order(style)
    if (!orderId || (await untilEnded(house, [orderId], 60_000)).length > 0) return false
    const [row] = await house.query<{ ms: number | null }>(
      `SELECT extract(epoch FROM "startedAt" - "createdAt")::float8 * 1000 AS ms FROM "PortraitOrder" WHERE "id" = $1`,
      [orderId],
    )
    const pickupMs = Math.round(row?.ms ?? Number.POSITIVE_INFINITY)
    if (pickupMs < (quickest?.pickupMs ?? Number.POSITIVE_INFINITY))
      quickest = { pickupMs, afterMs: Date.now() - began }
    return pickupMs <= PICKUP_LIMIT_MS
  }, RECOVERY_LIMIT_MS)
  return quickest
}
