import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { shared } from '@/server/platform/shared'
import { withinTime } from '@/server/platform/within-time'
import { changeChannel, readChange } from './change-notice'
import { changes } from './changes'
import { releaseTags } from './held-tags'

/** Between two proofs that notices still arrive. */
const BEAT_MS = 2_000
/** How long one may take, and how long a connection may. */
const LIMIT_MS = 3_000
/** Between two tries to connect, at most; half of it at least. */
const PAUSE_MS = 1_000

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())

function hear(payload: string) {
  const { id, tags, isGone } = readChange(payload)
  changes.note(tags, isGone)
  releaseTags(id)
}

/**
 * Listens until the connection is lost, then throws. A connection can look whole and be dead, or go through a pooler that loses notices; so
 * the only proof is a notice to oneself that arrives.
 */
async function listen(): Promise<never> {
  const beatChannel = `vernissage_beat_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({
    connectionString: env.DATABASE_URL,
    connectionTimeoutMillis: LIMIT_MS,
    query_timeout: LIMIT_MS,
    keepAlive: true,
    application_name: 'vernissage-changes',
  })
  let onBeat = () => {}
  const lost = new Promise<never>((_, reject) => {
    client.on('error', reject)
    client.on('end', () => reject(new Error('connection ended')))
  })
  lost.catch(() => {})
  client.on('notification', ({ channel, payload = '' }) => (channel === beatChannel ? onBeat() : hear(payload)))
  const beat = async () => {
    const heard = new Promise<void>((resolve) => {
      onBeat = resolve
    })
    await client.query('SELECT pg_notify($1, $2)', [beatChannel, ''])
    await heard
  }
  try {
    await client.connect()
    await client.query(`LISTEN ${changeChannel}; LISTEN ${beatChannel}`)
    for (;;) {
      await Promise.race([withinTime(beat(), LIMIT_MS), lost])
      if (!changes.isListening) {
        changes.isListening = true
        // Whatever was announced while nobody listened.
        changes.note(null)
      }
      await Promise.race([pause(BEAT_MS), lost])
    }
  } finally {
    changes.isListening = false
    // A farewell to a frozen server would wait for its answer.
    client.connection.stream.destroy()
  }
}

async function keepListening(): Promise<never> {
  for (;;) {
    await listen().catch((error) => logger.warn({ err: error }, 'changes of others are not heard'))
    await pause(PAUSE_MS * (0.5 + Math.random() / 2))
  }
}

/** Hears what other processes announce (`announceChange`), from the first call on and for as long as the process lives. */
export function listenForChanges(): void {
  shared('change-listener', () => void keepListening())
}
