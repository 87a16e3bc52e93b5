import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { consume } from '@/server/queue/consume'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { realtime } from '@/server/realtime/realtime'
import { sweep } from '@/server/sweeper/sweep'
import { endPresence, reportPresence } from '@/server/workers/report-presence'
import { paintPortraitJob } from './jobs/paint-portrait'
import { createPainter } from './painter/painter'
import { modelFolder } from './painter/read-manifest'
import { measureRate } from './painting-rate'
import { takeUpModels } from './take-up-models'

const presenceIntervalMs = 5_000
/** A running painting gets this long to end after SIGTERM. */
const drainMs = 25_000

function answerHealth(isReady: () => boolean) {
  const server = createServer((request, response) => {
    const isOk = request.url === '/health/live' || (request.url === '/health/ready' && isReady())
    response.writeHead(isOk ? 200 : 503, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ ok: isOk }))
  })
  server.listen(env.WORKER_PORT, '127.0.0.1')
  return server
}

async function main() {
  const workerId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const leaving = new AbortController()
  let isReady = false
  const health = answerHealth(() => isReady && !leaving.signal.aborted)

  const painter = await createPainter({
    providers: env.PAINTER_PROVIDERS.split(',').map((name) => name.trim()),
    modelFolders: [modelFolder, env.PAINTER_MODELS ?? join(env.VERNISSAGE_DATA, 'models')],
    modelBytes: env.PAINTER_MODEL_MEMORY * 1024 * 1024,
    onModels: (models, notes) => {
      takeUpModels(painter, models, notes).catch((error) => logger.error({ err: error }, 'new styles not kept'))
    },
    onComplaint: (message) => logger.error(message),
  })
  const { name, version, provider } = painter.model
  logger.info({ workerId, name, version, provider }, 'painter ready')
  await takeUpModels(painter, painter.models, painter.notes)
  await prepareQueue()
  await realtime()

  const rate = measureRate()
  const consumer = consume({ 'paint-portrait': paintPortraitJob({ painter, workerId, rate }) }, env.WORKER_CONCURRENCY)
  const report = () => {
    const { name: modelName, version: modelVersion, provider } = painter.model
    const facts = { modelName, modelVersion, provider, secondsPerMegapixel: rate.secondsPerMegapixel() }
    return reportPresence({ id: workerId, ...facts, notes: painter.notes }).catch((error) =>
      logger.warn({ err: error }, 'presence'),
    )
  }
  await report()
  const reporting = setInterval(report, presenceIntervalMs)
  const sweeping = sweep(leaving.signal)
  isReady = true
  logger.info('worker ready')

  const leave = async (signal: string) => {
    if (leaving.signal.aborted) return
    logger.info({ signal }, 'worker leaves: finishing what it paints')
    leaving.abort()
    setTimeout(() => process.exit(1), drainMs).unref()
    clearInterval(reporting)
    await consumer.close()
    await sweeping
    await endPresence(workerId).catch(() => {})
    await painter.close()
    await (await realtime()).close()
    health.close()
    process.exit(0)
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
}

main().catch((error) => {
  logger.fatal({ err: error }, 'worker cannot start')
  process.exit(1)
})
