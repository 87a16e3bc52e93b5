import { once } from 'node:events'
import next from 'next'
import { tellSetUp } from '@/server/accounts/tell-set-up'
import { tellAdmission } from '@/server/admission/tell-admission'
import { draining } from '@/server/health/draining'
import { refreshCacheMetrics } from '@/server/metrics/cache-metrics'
import { readHouseFigures } from '@/server/metrics/house-figures'
import { watchPresence } from '@/server/metrics/presence-metrics'
import { watchProcess } from '@/server/metrics/process-metrics'
import { refreshQueueJobs } from '@/server/metrics/queue-jobs'
import { beforeScrape } from '@/server/metrics/scrape'
import { watchSockets } from '@/server/metrics/socket-metrics'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { attachGateway } from '@/server/realtime/gateway'
import { realtime } from '@/server/realtime/realtime'
import { openTracing } from '@/server/tracing/open-tracing'
import { besideNext, type FindRoute } from './beside-next'
import { drain } from './drain'
import { orderAgain } from './order-again'
import { keepPage, keptPage, sharePages } from './share-pages'
import { warmPages } from './warm-pages'
import { createWebServer, type FindKept, type RequestListener } from './web-server'

/** Requests under way get this long to end when no more are taken. */
const REQUEST_MS = 8_000
/** Longest from then to the end of the process, sockets included. */
const LEAVE_MS = 25_000
/**
 * Connections that wait to be taken; Linux cuts it to `net.core.somaxconn`. Node's 511 are full within half a second of ten thousand who
 * come back, and the others would hang for two minutes (docs/decisions/0218).
 */
const MOST_UNACCEPTED = 4_096

/**
 * The web process: Next, the interface beside it, and the Socket.IO gateway on one port. It ends by SIGTERM, which the launcher's end sends
 * too.
 *
 * @param loadRoutes the interface; in development Next answers it, too, so that what is edited is what answers
 */
export async function runWeb(loadRoutes: () => Promise<FindRoute>): Promise<void> {
  try {
    await open(loadRoutes)
  } catch (error) {
    logger.fatal({ err: error }, 'web cannot start')
    process.exit(1)
  }
}

/** What is answered at once. */
const findKept: FindKept = (request) => keptPage(request) ?? orderAgain(request)

async function open(loadRoutes: () => Promise<FindRoute>) {
  const isDev = env.NODE_ENV === 'development'
  const tracing = await openTracing('web')
  watchProcess('web')
  beforeScrape('house figures', readHouseFigures().refresh)
  beforeScrape('queue jobs', refreshQueueJobs)
  beforeScrape('caches', refreshCacheMetrics)
  beforeScrape('admission', tellAdmission)
  let listener: RequestListener | undefined
  const server = createWebServer(async (request, response) => {
    const answer = listener
    if (answer) return answer(request, response)
    response.writeHead(503, { 'Retry-After': '1' }).end()
  }, findKept)
  const app = next({
    dev: isDev,
    port: env.PORT,
    hostname: env.HOST,
    httpServer: server,
  })
  const [routes] = await Promise.all([isDev ? null : loadRoutes(), app.prepare()])
  const pages = sharePages(app.getRequestHandler())
  listener = routes ? besideNext(routes, pages) : pages
  await prepareQueue()
  await attachGateway(server)
  watchSockets((await realtime()).io)
  watchPresence()
  if (!isDev) await warmPages((address) => keepPage(app.getRequestHandler(), address))
  server.listen({ port: env.PORT, host: env.HOST, backlog: MOST_UNACCEPTED })
  await once(server, 'listening')
  logger.info({ port: env.PORT }, 'web ready')
  await tellSetUp()

  const leave = async (signal: NodeJS.Signals) => {
    if (draining.hasBegun) return
    logger.info({ signal }, 'web leaves: finishing its requests')
    const graceMs = env.DRAIN_GRACE_SECONDS * 1000
    setTimeout(() => process.exit(1), graceMs + LEAVE_MS).unref()
    draining.hasBegun = true
    await drain(server, await realtime(), { graceMs, requestMs: REQUEST_MS })
    await app.close()
    await tracing.close()
    await Promise.all([db.$disconnect(), catalogueDb.$disconnect()])
    process.exit(0)
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
}
