import type pg from 'pg'
import { replicaReads } from '@/server/metrics/replica-metrics'
import { logger } from './logger'
import { ReplicaGate } from './replica-gate'

/** SQLSTATE: lost, out of resources, shutting down, cut off, conflict with what is being replayed, and a write that came the wrong way. */
const turnsBack = /^(08|53|57|40|25006)/

function mayGoElsewhere(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return turnsBack.test(code) || /^E[A-Z]+$/.test(code) || /terminated|timeout/i.test(message)
}

/**
 * Single statements of this pool are asked of the replica while it may answer (ReplicaGate), and of the primary where it cannot. What
 * belongs to a transaction stays on the primary. Both pools end together.
 */
export function preferReplica(primary: pg.Pool, replica: pg.Pool): void {
  const onError = (error: Error) => logger.warn({ err: error }, 'replica connection')
  replica.on('error', onError)
  replica.on('connect', (client) => client.on('error', onError))
  const [askPrimary, endPrimary] = [primary.query.bind(primary), primary.end.bind(primary)]
  const gate = new ReplicaGate({ query: askPrimary } as pg.Pool, replica)
  const fromPrimary = (query: pg.QueryArrayConfig, values?: unknown[]) => {
    replicaReads.inc({ from: 'primary' })
    return askPrimary(query, values)
  }
  const ask = async (query: pg.QueryArrayConfig, values?: unknown[]) => {
    if (!gate.isOpen()) return fromPrimary(query, values)
    try {
      const answer = await replica.query(query, values)
      replicaReads.inc({ from: 'replica' })
      return answer
    } catch (error) {
      if (!mayGoElsewhere(error)) throw error
      gate.close()
      return fromPrimary(query, values)
    }
  }
  Object.assign(primary, {
    query: ask,
    end: async () => {
      await Promise.all([endPrimary(), replica.end()])
    },
  })
}
