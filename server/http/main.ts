import { once } from 'node:events'
import next from 'next'
import { draining } from '@/server/health/draining'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { attachGateway } from '@/server/realtime/gateway'
import { realtime } from '@/server/realtime/realtime'
import { withReply } from './reply'
import { createWebServer, type RequestListener } from './web-server'

/** Requests under way get this long to end after SIGTERM. */
const DRAIN_MS = 8_000

/** The web process: Next and the Socket.IO gateway on one port. It ends by SIGTERM, which the launcher's end sends too. */
async function main() {
  let listener: RequestListener | undefined
  const server = createWebServer(async (request, response) => {
    const answer = listener
    if (answer) return withReply(response, () => answer(request, response))
    response.writeHead(503, { 'Retry-After': '1' }).end()
  })
  const app = next({
    dev: env.NODE_ENV === 'development',
    port: env.PORT,
    hostname: env.HOST,
    httpServer: server,
  })
  await app.prepare()
  listener = app.getRequestHandler()
  await prepareQueue()
  await attachGateway(server)
  server.listen(env.PORT, env.HOST)
  await once(server, 'listening')
  logger.info({ port: env.PORT }, 'web ready')

  const leave = async (signal: NodeJS.Signals) => {
    if (draining.hasBegun) return
    draining.hasBegun = true
    logger.info({ signal }, 'web leaves: finishing its requests')
    setTimeout(() => process.exit(1), DRAIN_MS + 1_000).unref()
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
    const closed = once(server, 'close')
    // Ends the sockets, which come back to another web process, and stops the server from taking more.
    await (await realtime()).close()
    server.close()
    server.closeIdleConnections()
    await closed
    await app.close()
    await db.$disconnect()
    process.exit(0)
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
}

main().catch((error) => {
  logger.fatal({ err: error }, 'web cannot start')
  process.exit(1)
})
