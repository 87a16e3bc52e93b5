import type { IncomingMessage } from 'node:http'
import { addressBlock } from '@/server/admission/address-block'
import { addressOf } from '@/server/http/address-of'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import type { Io } from './create-io'

/** Milliseconds between two lines of log about one address or another. */
const quietMs = 60_000

const blockOf = (request: IncomingMessage) => addressBlock(addressOf(request))

/**
 * Counts this process' sockets by network address, so that one machine cannot hold as many as would take all of its memory.
 *
 * @returns whether there is room for one more from where a request comes
 */
export function boundByAddress(engine: Io['engine']): (request: IncomingMessage) => boolean {
  const counts = new Map<string, number>()
  let saidAt = Number.NEGATIVE_INFINITY
  engine.on('connection', (socket: { request: IncomingMessage; once(event: 'close', heard: () => void): void }) => {
    const block = blockOf(socket.request)
    counts.set(block, (counts.get(block) ?? 0) + 1)
    socket.once('close', () => {
      const left = (counts.get(block) ?? 1) - 1
      if (left > 0) counts.set(block, left)
      else counts.delete(block)
    })
  })
  return (request) => {
    const address = blockOf(request)
    const hasRoom = (counts.get(address) ?? 0) < env.SOCKETS_PER_ADDRESS
    if (!hasRoom && performance.now() - saidAt > quietMs) {
      saidAt = performance.now()
      logger.warn({ address }, 'too many sockets from one address: behind a proxy, TRUSTED_PROXIES says whose they are')
    }
    return hasRoom
  }
}
