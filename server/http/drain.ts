import { once } from 'node:events'
import type { Server } from 'node:http'
import { setImmediate as afterAccepting, setTimeout as sleep } from 'node:timers/promises'
import type { Realtime } from '@/server/realtime/create-io'
import { sendSocketsElsewhere } from '@/server/realtime/send-sockets-elsewhere'

interface DrainOptions {
  /** How long connections are still taken after readiness says 503, for load balancers to notice. */
  graceMs: number
  /** Longest that a request under way may take after that. */
  requestMs: number
}

/**
 * Ends a web process that has called itself `draining`, without cutting anybody off: after the grace, in which readiness answers
 * 503 and every answer closes its connection, no connection is taken any more, sockets are told to come back elsewhere, and what runs is finished. Resolves when the last
 * connection has ended.
 */
export async function drain(server: Server, realtime: Realtime, { graceMs, requestMs }: DrainOptions): Promise<void> {
  await sleep(graceMs)
  // A connection that the system has taken and we have not yet is reset by closing: close just after having taken them all.
  await afterAccepting()
  const closed = once(server, 'close')
  server.close()
  // A connection whose answer was begun before may still be kept alive; no further request is to come on it.
  const closingIdle = setInterval(() => server.closeIdleConnections(), 100)
  const limit = setTimeout(() => server.closeAllConnections(), requestMs)
  await sendSocketsElsewhere(realtime.io)
  await realtime.close()
  await closed
  clearInterval(closingIdle)
  clearTimeout(limit)
}
