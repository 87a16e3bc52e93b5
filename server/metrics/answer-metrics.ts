import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { registry } from './registry'
import { scrape } from './scrape'

/** Who has one of these came through a proxy, so that the peer's address says nothing about them. */
const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

const loopbackPeer = /^(::ffff:)?127\.|^::1$/
const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Whether the caller sits on this very machine: by its address, by the name it called us by (a page that was led here by its own
 * name server carries another), and by the absence of whatever a proxy adds.
 */
function isOnThisMachine({ socket, headers }: IncomingMessage): boolean {
  if (forwardingHeaders.some((name) => headers[name] !== undefined)) return false
  return loopbackPeer.test(socket.remoteAddress ?? '') && loopbackHost.test(headers.host ?? '')
}

function hasToken(request: IncomingMessage, token: string): boolean {
  const given = request.headers.authorization?.match(/^Bearer (.+)$/i)?.[1]
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

/** `/metrics`, with or without a query. */
export function isForMetrics(request: IncomingMessage): boolean {
  return /^\/metrics(\?|$)/.test(request.url ?? '')
}

/**
 * Answers a scrape. With `token` the bearer of it may scrape from anywhere, and everybody else is told 401; without one, callers on
 * this machine may, and for others there is nothing here.
 */
export async function answerMetrics(request: IncomingMessage, response: ServerResponse, token?: string): Promise<void> {
  if (token && !hasToken(request, token)) {
    response.writeHead(401, { 'WWW-Authenticate': 'Bearer', 'Cache-Control': 'no-store' }).end()
    return
  }
  if (!token && !isOnThisMachine(request)) {
    response.writeHead(404, { 'Cache-Control': 'no-store' }).end()
    return
  }
  const text = await scrape()
  response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' })
  response.end(text)
}
