import type { IncomingMessage } from 'node:http'
import { env } from '@/server/platform/env'

/**
 * The caller's network address: the peer's, or behind `trustedProxies` reverse proxies the entry of X-Forwarded-For that the
 * outermost of them wrote. What stands left of it is only what the caller claims.
 */
export function remoteAddress(
  peer: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedProxies: number,
): string {
  const claimed = [forwardedFor ?? []].flat().join(',').split(',')
  const chain = [...claimed.map((address) => address.trim()).filter(Boolean), peer ?? 'unknown']
  return chain.at(-1 - Math.min(trustedProxies, chain.length - 1)) ?? 'unknown'
}

/** That of a request of Node's. */
export function addressOf({ socket, headers }: IncomingMessage): string {
  return remoteAddress(socket.remoteAddress, headers['x-forwarded-for'], env.TRUSTED_PROXIES)
}
