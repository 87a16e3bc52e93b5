import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Readable } from 'node:stream'
import { routes } from '@/lib/contracts/routes'
import type { RouteHandler } from '@/server/http/route'
import { createWebServer } from '@/server/http/web-server'
import { attachGateway } from '@/server/realtime/gateway'
import { realtime } from '@/server/realtime/realtime'

export interface ApiServer {
  /** `http://127.0.0.1:<port>` */
  address: string
  close(): Promise<void>
}

/** Addresses of the HTTP interface, and the file that serves each. */
const places = [...new Set(Object.values(routes).map(({ path: address }) => address))].map((address) => ({
  pattern: new RegExp(`^${address.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  file: path.resolve(`app${address.replace(/\{(\w+)\}/g, '[$1]')}/route.ts`),
}))

/** The web process' own server and gateway on a port, with every route of the interface behind them; without pages. */
export async function openApi(): Promise<ApiServer> {
  const server = createWebServer(answer)
  await attachGateway(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      await (await realtime()).close()
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What Next does between the server and a route: finds the file, gives it a Request, and sends its Response. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const place = places.find(({ pattern }) => pattern.test(url.pathname))
  if (!place) {
    response.writeHead(404).end()
    return
  }
  const handlers = (await import(place.file)) as Record<string, RouteHandler>
  const method = request.method ?? 'GET'
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)])
  const body = method === 'GET' ? null : Readable.toWeb(request)
  const asked = new Request(url, { method, headers, body, duplex: 'half' } as RequestInit)
  const params = Promise.resolve(place.pattern.exec(url.pathname)?.groups ?? {})
  const answered = await handlers[method]?.(asked, { params })
  response.statusCode = answered?.status ?? 405
  for (const [name, value] of answered?.headers ?? []) if (name !== 'set-cookie') response.setHeader(name, value)
  response.setHeader('set-cookie', answered?.headers.getSetCookie() ?? [])
  response.end(answered && Buffer.from(await answered.arrayBuffer()))
}
