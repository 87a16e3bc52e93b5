import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { addressHeader } from '@/server/accounts/client-address'
import { draining } from '@/server/health/draining'
import { answerMetrics, isForMetrics } from '@/server/metrics/answer-metrics'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { type RequestContext, requestIdFrom } from '@/server/platform/request-context'
import { addressOf } from './address-of'
import { newNonce } from './new-nonce'
import { noteWriting } from './note-writing'
import { observeRequest } from './observe-request'
import { builtRoutes } from './route-of'
import { contentSecurityPolicy, fixedSecurityHeaders, policyHeader, threadPolicy } from './security-headers'

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Sends an answer that is ready. `house`: headers that every answer has, name and value in turn. `pass` leaves the request to `listener`
 * after all; what was read of its body must have been put back.
 */
type SendKept = (response: ServerResponse, house: readonly string[], pass: () => Promise<void>) => void | Promise<void>
/** What answers a request at once, or null where `listener` must. */
export type FindKept = (request: IncomingMessage) => SendKept | null

/** Where Socket.IO listens on the same port. */
const SOCKET_PATH = '/socket.io/'
/** Longer than load balancers usually keep idle connections, so that it is never us who hang up under a request. */
const KEEP_ALIVE_MS = 65_000

/**
 * The one HTTP server of the web process. Every request gets the caller's address and the answer its security headers before
 * `listener` (Next) sees it, every answer the id that its logs carry. `/metrics` is answered here, beside Next, and so is what `findKept` finds.
 */
export function createWebServer(listener: RequestListener, findKept?: FindKept): Server {
  const isDev = env.NODE_ENV === 'development'
  const isSecure = env.PUBLIC_URL?.startsWith('https:') ?? false
  const routeOf = builtRoutes()
  const fixed = fixedSecurityHeaders({ isSecure })
  const fixedList = fixed.flat()
  const server = createServer((request, response) => {
    if (draining.hasBegun) response.setHeader('Connection', 'close')
    if (request.url?.startsWith(SOCKET_PATH)) return
    const requestId = requestIdFrom(request.headers['x-request-id'])
    const about: RequestContext = { requestId, route: null }
    const prepare = () => {
      const surroundings = { isDev, isSecure, host: request.headers.host, pictures: env.S3_PUBLIC_ENDPOINT }
      const policy = (!isDev && threadPolicy(request.url)) || contentSecurityPolicy(newNonce(), surroundings)
      request.headers[policyHeader] = policy
      request.headers[addressHeader] = addressOf(request)
      response.setHeader(policyHeader, policy)
      for (const [name, value] of fixed) response.setHeader(name, value)
      about.hasWritten = noteWriting(request, response, isSecure)
      response.setHeader('X-Request-Id', requestId)
    }
    const send = findKept?.(request)
    if (send) {
      const house = [...fixedList, 'X-Request-Id', requestId]
      const pass = () => {
        prepare()
        return listener(request, response)
      }
      observeRequest({ request, response, about, routeOf }, () =>
        answerAtOnce(() => send(response, house, pass), response),
      )
      return
    }
    prepare()
    observeRequest({ request, response, about, routeOf }, () => {
      if (!isForMetrics(request)) return answer(listener, request, response)
      about.route = '/metrics'
      return answer(scraped, request, response)
    })
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

const scraped: RequestListener = (request, response) => answerMetrics(request, response, env.METRICS_TOKEN)

async function answer(listener: RequestListener, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await listener(request, response)
  } catch (error) {
    giveUp(error, response)
  }
}

/** The same for what seldom has to be waited for: promises cost as much as all else about a page that is kept. */
function answerAtOnce(send: () => void | Promise<void>, response: ServerResponse): void {
  try {
    send()?.catch((error: unknown) => giveUp(error, response))
  } catch (error) {
    giveUp(error, response)
  }
}

function giveUp(error: unknown, response: ServerResponse): void {
  logger.error({ err: error }, 'request failed')
  if (response.headersSent) response.destroy()
  else response.writeHead(500).end()
}
