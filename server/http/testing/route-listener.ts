import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { RouteHandler } from '../route'
import type { RequestListener } from '../web-server'

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, String(value))
  return headers
}

/** What Next does for a route, as far as handlers can tell: `routes` by method and path; of `params` those that stand in the address. */
export function routeListener(
  routes: Record<string, RouteHandler>,
  params: Record<string, string> = {},
): RequestListener {
  return async (request, response) => {
    const handler = routes[`${request.method} ${request.url?.split('?')[0]}`]
    if (!handler) {
      response.writeHead(404).end()
      return
    }
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const body = hasBody ? (Readable.toWeb(request) as ReadableStream) : undefined
    const init = { method: request.method, headers: headersOf(request), body, duplex: 'half' } as RequestInit
    const address = `http://${request.headers.host}${request.url}`
    const own = Object.fromEntries(Object.entries(params).filter(([, value]) => address.includes(value)))
    const answer = await handler(new Request(address, init), { params: Promise.resolve(own) })
    response.statusCode = answer.status
    for (const [name, value] of answer.headers) if (!response.hasHeader(name)) response.setHeader(name, value)
    response.end(Buffer.from(await answer.arrayBuffer()))
  }
}
