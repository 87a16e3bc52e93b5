import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from '../house/house'

const PAUSE_MS = 50

/** A row every moment, in a schema of its own: the youngest that another region has tells what was lost with the first. */
export async function startPulse({ query }: House): Promise<{ stop(): Promise<void> }> {
  await query('CREATE SCHEMA drill')
  await query('CREATE TABLE drill.pulse (at timestamptz NOT NULL)')
  let isOver = false
  const running = (async () => {
    while (!isOver) {
      await query('INSERT INTO drill.pulse VALUES (clock_timestamp())').catch(() => {})
      await sleep(PAUSE_MS)
    }
  })()
  return {
    stop: () => {
      isOver = true
      return running
    },
  }
}

/** When the youngest row was written, epoch ms. */
export async function lastPulse({ query }: House): Promise<number> {
  const [row] = await query<{ at: number }>('SELECT extract(epoch FROM max(at))::float8 * 1000 AS at FROM drill.pulse')
  return row?.at ?? Number.NEGATIVE_INFINITY
}
