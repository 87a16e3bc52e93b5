import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from './house'
import type { Program } from './program'

export interface OrderState {
  id: string
  status: string
  attempt: number
  workerId: string | null
  paintingId: string | null
  sequence: number
}

const COLUMNS = `"id", "status"::text AS "status", "attempt", "workerId", "paintingId", "sequence"`

/** Resolves with the first value that is neither false nor undefined; undefined after the limit. A failing look is looked at again. */
export async function until<T>(look: () => Promise<T | false | undefined>, limitMs: number, pauseMs = 25) {
  for (const deadline = Date.now() + limitMs; ; await sleep(pauseMs)) {
    const value = await look().catch(() => undefined)
    if (value !== undefined && value !== false) return value
    if (Date.now() > deadline) return undefined
  }
}

/** Orders as the database has them. */
export function readOrders({ query }: Pick<House, 'query'>, ids: string[]): Promise<OrderState[]> {
  return query<OrderState & Record<string, unknown>>(`SELECT ${COLUMNS} FROM "PortraitOrder" WHERE "id" = ANY($1)`, [
    ids,
  ])
}

/** Waits until all of these orders have ended. @returns those that have not within the limit */
export async function untilEnded(house: Pick<House, 'query'>, ids: string[], limitMs: number): Promise<string[]> {
  const isOpen = ({ status }: OrderState) => status === 'QUEUED' || status === 'PAINTING'
  const allEnded = await until(async () => !(await readOrders(house, ids)).some(isOpen), limitMs, 100)
  if (allEnded) return []
  return (await readOrders(house, ids)).filter(isOpen).map(({ id }) => id)
}

/** The worker that holds an order. */
export function holderOf(house: House, { workerId }: OrderState): Program | undefined {
  // `<host>-<pid>-<random>`, and a host's name may hold dashes too.
  const pid = Number(workerId?.split('-').at(-2))
  return house.workers.find((worker) => worker.isRunning && worker.pid === pid)
}

/** Works that everybody may see. */
export async function publicWorks({ query }: Pick<House, 'query'>, count: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `SELECT "id" FROM "Artwork" WHERE "visibility" = 'PUBLIC' ORDER BY "id" LIMIT $1`,
    [count],
  )
  return rows.map(({ id }) => id)
}

/** A master's slug. */
export async function anyStyle({ query }: Pick<House, 'query'>): Promise<string> {
  const [row] = await query<{ id: string }>(
    `SELECT "id" FROM "Style" WHERE "position" IS NOT NULL ORDER BY "position" LIMIT 1`,
  )
  if (!row) throw new Error('the house has no masters')
  return row.id
}
