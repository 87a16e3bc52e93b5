import { setTimeout as sleep } from 'node:timers/promises'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, until, untilEnded } from '../house/ask'
import type { House } from '../house/house'
import { jsonOf, send } from '../house/send'
import { Visitor } from '../house/visitor'
import { conclude, seconds } from './conclude'

const REST_MS = 5_000
/** For readings that are a second old, and the first painting after the rest. */
const LEEWAY_MS = 10_000
/** Every second order gets a strength that the painter refuses: a real failure of the real painter. */
const SPOIL = `
  ALTER TABLE "PortraitOrder" DROP CONSTRAINT IF EXISTS "PortraitOrder_strength_range";
  CREATE OR REPLACE FUNCTION drill_spoil() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN IF NEW."idempotencyKey" LIKE 'spoiled-%' THEN NEW."strength" := 7; END IF; RETURN NEW; END $$;
  CREATE TRIGGER drill_spoil BEFORE INSERT ON "PortraitOrder" FOR EACH ROW EXECUTE FUNCTION drill_spoil()`
const UNSPOIL = 'DROP TRIGGER drill_spoil ON "PortraitOrder"; DROP FUNCTION drill_spoil()'

export const breakerDrill: Drill = {
  name: 'breaker',
  title: 'every second painting fails (the second half of D8)',
  expected:
    'the breaker opens above 30 % of 20 paintings, and closes by a trial painting 5 s after the painter is well',
  backEnds: ['postgres'],
  async run({ isLong, isWithin, ownHouse }) {
    const house = await ownHouse({})
    const history = new History()
    const style = await anyStyle(house)
    const opened: number[] = []
    const closed: number[] = []
    for (let round = 0; round < (isLong ? 10 : 1); round++) {
      await house.query(SPOIL)
      const failures = await orderUntilResting(house, history, style)
      await house.query(UNSPOIL)
      if (failures === undefined) {
        opened.push(Number.POSITIVE_INFINITY)
        break
      }
      opened.push(failures)
      await untilEnded(house, history.acceptedOrders(), 60_000)
      const wellAt = Date.now()
      const isClosed = await until(async () => {
        await new Visitor(() => house.urls[0] ?? '', history).order(style)
        await sleep(500)
        return !(await isResting(house))
      }, 60_000)
      closed.push(isClosed ? Date.now() - wellAt : Number.POSITIVE_INFINITY)
    }
    await untilEnded(house, history.acceptedOrders(), 90_000)
    const verdict = await checkHistory(house, history, { mayFail: true })
    const share = Math.max(...opened)
    return conclude(
      [Number.isFinite(share), share > 0.3, isWithin(Math.max(...closed), REST_MS + LEEWAY_MS)],
      Number.isFinite(share)
        ? `opened at ${Math.round(share * 100)} % failures, closed again ${seconds(Math.max(...closed))} after the painter was well`
        : 'never opened within 60 orders',
      verdict,
    )
  },
}

const isResting = async (house: House) => {
  const answer = await send({ method: 'GET', url: `${house.urls[0]}/api/admission` })
  return jsonOf(answer).isPainterResting === true
}

/** @returns the share of failures when the breaker opened; undefined when it did not */
async function orderUntilResting(house: House, history: History, style: string): Promise<number | undefined> {
  const [{ last } = { last: 0 }] = await house.query<{ last: number }>(
    'SELECT coalesce(max("id"), 0)::int AS last FROM "PaintingOutcome"',
  )
  for (let index = 0; index < 60; index++) {
    const key = `${index % 2 === 0 ? 'spoiled' : 'sound'}-${crypto.randomUUID()}`
    const { orderId } = await new Visitor(() => house.urls[0] ?? '', history).order(style, { key })
    if (orderId && index % 2 === 1) await untilEnded(house, [orderId], 30_000)
    if (!(await isResting(house))) continue
    const [seen] = await house.query<{ share: number }>(
      'SELECT avg("isFailure"::int)::float8 AS share FROM "PaintingOutcome" WHERE "id" > $1',
      [last],
    )
    return seen?.share
  }
  return undefined
}
