import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { besideNext } from '@/server/http/beside-next'
import { createWebServer } from '@/server/http/web-server'
import { attachGateway } from '@/server/realtime/gateway'
import { realtime } from '@/server/realtime/realtime'
import { loadRoutes } from '../load-routes'

export interface ApiServer {
  /** `http://127.0.0.1:<port>` */
  address: string
  close(): Promise<void>
}

/** The web process' own server and gateway on a port, with every route of the interface behind them; without pages. */
export async function openApi(): Promise<ApiServer> {
  const withoutPages = async (_request: unknown, response: ServerResponse) => void response.writeHead(404).end()
  const server = createWebServer(besideNext(await loadRoutes(), withoutPages))
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
