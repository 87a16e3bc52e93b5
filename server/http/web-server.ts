import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { addressHeader } from '@/server/accounts/client-address'
import { env } from '@/server/platform/env'
import { remoteAddress } from './remote-address'
import { contentSecurityPolicy, fixedSecurityHeaders } from './security-headers'

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Where Socket.IO listens on the same port. */
const SOCKET_PATH = '/socket.io/'
/** Longer than load balancers usually keep idle connections, so that it is never us who hang up under a request. */
const KEEP_ALIVE_MS = 65_000
const cspHeader = 'content-security-policy'

/**
 * The one HTTP server of the web process. Every request gets the caller's address and the answer its security headers before
 * `listener` (Next) sees it.
 */
export function createWebServer(listener: RequestListener): Server {
  const isDev = env.NODE_ENV === 'development'
  const isSecure = env.PUBLIC_URL?.startsWith('https:') ?? false
  const server = createServer((request, response) => {
    if (request.url?.startsWith(SOCKET_PATH)) return
    const surroundings = { isDev, isSecure, host: request.headers.host }
    const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), surroundings)
    request.headers[cspHeader] = policy
    request.headers[addressHeader] = remoteAddress(
      request.socket.remoteAddress,
      request.headers['x-forwarded-for'],
      env.TRUSTED_PROXIES,
    )
    response.setHeader(cspHeader, policy)
    for (const [name, value] of fixedSecurityHeaders(surroundings)) response.setHeader(name, value)
    void listener(request, response)
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  // In development Next has sockets of its own; in production there is nothing to upgrade to but Socket.IO.
  if (!isDev) {
    server.on('upgrade', (request, socket) => {
      if (!request.url?.startsWith(SOCKET_PATH)) socket.destroy()
    })
  }
  return server
}
