import pg from 'pg'
import { keepHours } from '@/server/desk/keep-hours'
import { tellClosings } from '@/server/notices/tell-closings'
import { tellNewWorks } from '@/server/notices/tell-new-works'
import { tellOpenings } from '@/server/notices/tell-openings'
import { directUrl } from '@/server/platform/direct-url'
import { logger } from '@/server/platform/logger'
import { failExhaustedOrders } from '@/server/portraits/fail-order'
import { requeueStragglers } from '@/server/portraits/requeue-stragglers'
import { dispatchOutbox } from '@/server/queue/dispatch-outbox'
import { keepPause } from '@/server/queue/keep-pause'
import { expireSteadily } from './expire-steadily'
import { mailSteadily } from './mail-steadily'
import { makeAvifsWhenIdle } from './make-avifs-when-idle'
import { pause } from './pause'
import { tidyDaily } from './tidy-daily'

/** Advisory lock that makes one sweeper the leader. */
const leaderLock = 7402317
const roundMs = 1_000
/** Longer than lock + stalled interval of the queue: its own recovery goes first. */
const silentSeconds = 20
/** Rounds between two looks at what people want to hear of: openings, closings, new works. */
const newsRounds = 15

async function round(count: number) {
  while ((await dispatchOutbox()) > 0);
  await keepHours()
  if (count % 5 === 0) {
    await keepPause()
    const requeued = await requeueStragglers(silentSeconds)
    const failed = await failExhaustedOrders(silentSeconds)
    if (requeued + failed > 0) logger.info({ requeued, failed }, 'stragglers')
  }
  if (count % newsRounds === 0) {
    await tellOpenings()
    await tellClosings()
    await tellNewWorks()
  }
}

/** The leader's node may vanish without a word, and PostgreSQL keeps its session, with the lead, until it has asked for a sign of life in vain: within half a minute, where Linux would take two hours. Seconds. */
const askOften = 'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 4'

/** Holds the lock with a connection of its own while it leads; resolves when the connection is lost or `signal` says stop. */
async function lead(signal: AbortSignal) {
  // A line that has gone silent must not keep the lead for ever.
  const client = new pg.Client({
    connectionString: directUrl,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
  })
  let isLost = false
  client.on('error', () => {
    isLost = true
  })
  await client.connect()
  const over = new AbortController()
  try {
    await client.query(askOften)
    const { rows } = await client.query<{ leads: boolean }>('SELECT pg_try_advisory_lock($1) AS leads', [leaderLock])
    // Beside the rounds: each takes longer than an order may wait for the queue, and may wait for a store that is away.
    if (rows[0]?.leads) {
      const leading = AbortSignal.any([signal, over.signal])
      void expireSteadily(leading)
      void tidyDaily(leading)
      void makeAvifsWhenIdle(leading)
      void mailSteadily(leading)
    }
    for (let count = 0; rows[0]?.leads && !isLost && !signal.aborted; count++) {
      await round(count)
      await client.query('SELECT 1')
      await pause(roundMs, signal)
    }
  } finally {
    over.abort()
    await client.end().catch(() => {})
  }
}

/** Keeps trying to lead, and sweeps while it does: the outbox and the exhibitions' hours every second, stragglers every five; beside it what may take long. */
export async function sweep(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await lead(signal).catch((error) => logger.warn({ err: error }, 'sweeper'))
    await pause(roundMs, signal)
  }
}
