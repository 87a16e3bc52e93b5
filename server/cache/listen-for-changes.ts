import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { directUrl } from '@/server/platform/direct-url'
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

function hear(payload: string) {
  const { id, tags, isGone } = readChange(payload)
  changes.note(tags, isGone)
  releaseTags(id)
}

/** Proves again and again that notices arrive, until one proof fails or `over` says that the connection is lost; then throws. */
async function keepProving(beat: () => Promise<void>, over: AbortSignal): Promise<never> {
  for (;;) {
    await withinTime(beat(), LIMIT_MS)
    over.throwIfAborted()
    if (!changes.isListening) {
      changes.isListening = true
      // Whatever was announced while nobody listened.
      changes.note(null)
    }
    await pause(BEAT_MS, undefined, { signal: over, ref: false })
  }
}

/**
 * Listens until the connection is lost, then throws. A connection can look whole and be dead, or go through a pooler that loses notices; so
 * the only proof is a notice to oneself that arrives.
 */
async function listen(): Promise<never> {
  const beatChannel = `vernissage_beat_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({
    connectionString: directUrl,
    connectionTimeoutMillis: LIMIT_MS,
    query_timeout: LIMIT_MS,
    keepAlive: true,
    application_name: 'vernissage-changes',
  })
  const over = new AbortController()
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
    // Once for each connection: every race leaves something behind at `lost`, which is still undecided after days.
    return await Promise.race([keepProving(beat, over.signal), lost])
  } finally {
    over.abort()
    changes.isListening = false
    // A farewell to a frozen server would wait for its answer.
    client.connection.stream.destroy()
  }
}

async function keepListening(): Promise<never> {
  for (;;) {
    await listen().catch((error) => logger.warn({ err: error }, 'changes of others are not heard'))
    await pause(PAUSE_MS * (0.5 + Math.random() / 2), undefined, { ref: false })
  }
}

/** Hears what other processes announce (`announceChange`), from the first call on and for as long as the process lives. */
export function listenForChanges(): void {
  shared('change-listener', () => void keepListening())
}
