import { setTimeout as sleep } from 'node:timers/promises'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, readOrders, until, untilEnded } from '../house/ask'
import type { House } from '../house/house'
import type { Answer } from '../house/send'
import { Visitor } from '../house/visitor'
import { Figures } from '../load/figures'
import { conclude, seconds } from './conclude'

const REFUSAL_LIMIT_MS = 500
const RESUME_LIMIT_MS = 25_000
const OUTAGE_MS = 8_000

type Way = 'stopped' | 'frozen'

export const redisStopped: Drill = {
  name: 'd5',
  title: 'Redis stopped, and Redis frozen, while orders come',
  expected: 'each order 503 + Retry-After within 0.5 s, or accepted and finished later; workers resume within 25 s',
  backEnds: ['redis'],
  async run({ isLong, isWithin, sharedHouse }) {
    const house = await sharedHouse()
    const history = new History()
    const seen = { refused: new Figures(), accepted: new Figures(), odd: new Figures(), resumes: [] as number[] }
    const ways: Way[] = ['stopped', 'frozen']
    for (let round = 0; round < (isLong ? 10 : 2); round++)
      await outage(house, history, ways[round % 2] ?? 'stopped', seen)
    const unended = await untilEnded(house, history.acceptedOrders(), 90_000)
    const verdict = await checkHistory(house, history)
    const longest = Math.max(...seen.resumes)
    const { refused, accepted, odd } = seen
    return conclude(
      [
        odd.count === 0,
        unended.length === 0,
        isWithin(longest, RESUME_LIMIT_MS),
        isWithin(refused.longest, REFUSAL_LIMIT_MS),
      ],
      `${accepted.count} accepted within ${seconds(accepted.longest)}, ${refused.count} refused within ${seconds(refused.longest)}, ` +
        `${odd.count} otherwise${odd.count > 0 ? ` (${odd.between(500, 599)} 5xx, ${odd.between(0)} none, ${seconds(odd.longest)})` : ''}; ` +
        `workers back after ${seconds(longest)}`,
      verdict,
    )
  },
}

async function outage(
  house: House,
  history: History,
  way: Way,
  seen: { refused: Figures; accepted: Figures; odd: Figures; resumes: number[] },
) {
  const { redis } = house
  if (!redis) throw new Error('no Redis')
  const style = await anyStyle(house)
  if (way === 'stopped') await redis.stop()
  else redis.freeze()
  const orders: Promise<unknown>[] = []
  for (const end = Date.now() + OUTAGE_MS; Date.now() < end; await sleep(1_000)) {
    const visitor = new Visitor(() => house.urls[0] ?? '', history)
    orders.push(visitor.order(style).then(({ answer }) => kindOf(answer, seen).note(answer)))
  }
  if (way === 'stopped') await redis.start()
  else redis.resume()
  const backAt = Date.now()
  await Promise.all(orders)
  const after = await until(async () => {
    const { orderId } = await new Visitor(() => house.urls[0] ?? '', history).order(style)
    return orderId
  }, 30_000)
  const taken = after && (await until(async () => (await readOrders(house, [after]))[0]?.status !== 'QUEUED', 60_000))
  seen.resumes.push(taken ? Date.now() - backAt : Number.POSITIVE_INFINITY)
}

function kindOf({ status, headers }: Answer, seen: { refused: Figures; accepted: Figures; odd: Figures }): Figures {
  if (status === 202) return seen.accepted
  return status === 503 && headers['retry-after'] ? seen.refused : seen.odd
}
