import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { groupBy } from '../history/group-by'
import { History } from '../history/history'
import { anyStyle, publicWorks, readOrders, until, untilEnded } from '../house/ask'
import type { House } from '../house/house'
import { newPhoto, Visitor } from '../house/visitor'
import { conclude, seconds } from './conclude'

const ENQUEUE_LIMIT_MS = 5_000
/** Speaks at the very commit of an order's outbox row, so that the kill falls between commit and enqueue. */
const WATCH = `
  CREATE OR REPLACE FUNCTION drill_committed() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_notify('drill_committed', NEW."id"::text); RETURN NEW; END $$;
  CREATE TRIGGER drill_committed AFTER INSERT ON "OutboxEntry" FOR EACH ROW EXECUTE FUNCTION drill_committed();
  LISTEN drill_committed`
const UNWATCH = 'DROP TRIGGER drill_committed ON "OutboxEntry"; DROP FUNCTION drill_committed()'

export const webKilled: Drill = {
  name: 'd3',
  title: 'kill -9 of web between commit and enqueue',
  expected: 'all enqueued within 5 s; one order and one job for each idempotency key',
  backEnds: ['postgres', 'redis'],
  async run({ isLong, isWithin, sharedHouse }) {
    const house = await sharedHouse()
    const history = new History()
    const visitor = new Visitor(() => house.urls[0] ?? '', history)
    await visitor.comeIn((await publicWorks(house, 1))[0] ?? '')
    const listener = new pg.Client({ connectionString: house.postgres.url })
    await listener.connect()
    await listener.query(WATCH)
    const times: number[] = []
    const wanted = isLong ? 200 : 3
    try {
      for (let tries = 0; times.length < wanted && tries < wanted * 4; tries++) {
        const waited = await killAtCommit(house, visitor, listener)
        if (waited !== 'missed') times.push(waited)
      }
    } finally {
      await listener.query(UNWATCH)
      await listener.end()
    }
    const ids = history.acceptedOrders()
    await untilEnded(house, ids, 90_000)
    const verdict = await checkHistory(house, history)
    const twice = (await readOrders(house, ids)).filter(({ attempt }) => attempt !== 1).length
    const longest = Math.max(...times)
    const orders = history.operations.flatMap((operation) => (operation.kind === 'order' ? [operation] : []))
    const keys = [...groupBy(orders, ({ key }) => key).values()]
    const repeated = keys.filter((calls) => calls.length === 2 && calls[1]?.orderId !== undefined).length
    return conclude(
      // That both calls of a key have one id, where both have one, is the history's to say.
      [times.length === wanted, isWithin(longest, ENQUEUE_LIMIT_MS), twice === 0, repeated === keys.length],
      `${times.length} kills between commit and enqueue, all enqueued within ${seconds(longest)}, ${repeated} of ${keys.length} keys ` +
        `answered with their order when asked again, ${twice} painted twice`,
      verdict,
    )
  },
}

/** @returns milliseconds until the order was in the queue; `missed` when web was quicker than the kill */
async function killAtCommit(house: House, visitor: Visitor, listener: pg.Client): Promise<number | 'missed'> {
  const [web] = house.webs
  if (!web) throw new Error('no web process')
  const style = await anyStyle(house)
  const photo = await newPhoto()
  const committed = once(listener, 'notification')
  const ordering = visitor.order(style, { photo })
  const message = (await Promise.race([committed, sleep(30_000)])) as [{ payload: string }] | undefined
  if (!message) throw new Error('the order was not committed within 30 s')
  const killedAt = Date.now()
  await web.kill()
  const isSent = async () => {
    const [row] = await house.query<{ sent: boolean }>(
      'SELECT "dispatchedAt" IS NOT NULL AS sent FROM "OutboxEntry" WHERE "id" = $1',
      [message[0].payload],
    )
    return row?.sent === true
  }
  const isHit = !(await isSent())
  const sent = await until(isSent, 60_000)
  const waited = sent ? Date.now() - killedAt : Number.POSITIVE_INFINITY
  const { key } = await ordering
  await web.startAndWait()
  // As a browser does that had no answer.
  await visitor.order(style, { photo, key })
  return isHit ? waited : 'missed'
}
