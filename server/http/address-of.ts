import type { IncomingMessage } from 'node:http'
import { env } from '@/server/platform/env'
import { remoteAddress } from './remote-address'

/** The network address that a request comes from, past as many proxies as the house trusts. */
export function addressOf({ socket, headers }: IncomingMessage): string {
  return remoteAddress(socket.remoteAddress, headers['x-forwarded-for'], env.TRUSTED_PROXIES)
}
