import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** A statement is sent so much later, ms: those that one would send at the same moment are then seen to be on their way together. */
const HOLD_MS = 100

/**
 * How many journeys to PostgreSQL and back this process makes one after the other while `work` runs, whoever sends them; statements that
 * are on their way at the same time are one journey. A line with a delay multiplies them; time itself is not looked at.
 */
export async function countRoundTrips(work: () => Promise<unknown>): Promise<number> {
  let made = 0
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function held(this: pg.Client, ...given: unknown[]) {
    const present = made + 1
    const arrive = () => {
      made = Math.max(made, present)
    }
    const send = () => Reflect.apply(query, this, given)
    const callback = given.at(-1)
    if (typeof callback !== 'function') return sleep(HOLD_MS).then(send).finally(arrive)
    given[given.length - 1] = (...answer: unknown[]) => {
      arrive()
      callback(...answer)
    }
    return void setTimeout(send, HOLD_MS)
  } as typeof query
  try {
    await work()
    return made
  } finally {
    pg.Client.prototype.query = query
  }
}
