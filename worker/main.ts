import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { watchGpus } from '@/server/metrics/gpu-metrics'
import { watchProcess } from '@/server/metrics/process-metrics'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { type Consumer, consume } from '@/server/queue/consume'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { realtime } from '@/server/realtime/realtime'
import { sweep } from '@/server/sweeper/sweep'
import { openTracing } from '@/server/tracing/open-tracing'
import { endPresence, reportPresence } from '@/server/workers/report-presence'
import { answerHealth } from './answer-health'
import { openDesk, sizesOf } from './desk'
import { limitRate } from './jobs/limit-rate'
import { paintPortraitJob } from './jobs/paint-portrait'
import { createPainter } from './painter/painter'
import { modelFolder } from './painter/read-manifest'
import { measureRate } from './painting-rate'
import { takeUpModels, type Uptake } from './take-up-models'

const presenceIntervalMs = 5_000
/** To hand back what is not finished in time, and to say goodbye. */
const partingMs = 5_000

async function main() {
  const workerId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const leaving = new AbortController()
  const handingBack = new AbortController()
  let isReady = false
  const tracing = await openTracing('worker')
  watchProcess('worker')
  watchGpus()
  const health = answerHealth(() => isReady && !leaving.signal.aborted)
  let uptake: Uptake | undefined
  let consumer: Consumer | undefined

  const painter = await createPainter({
    providers: env.PAINTER_PROVIDERS.split(',').map((name) => name.trim()),
    modelFolders: [modelFolder, env.PAINTER_MODELS ?? join(env.VERNISSAGE_DATA, 'models')],
    modelBytes: env.PAINTER_MODEL_MEMORY * 1024 * 1024,
    sparedCores: env.PAINTER_SPARED_CORES,
    lessons: env.PAINTER_LESSONS,
    stageMs: env.PAINTER_STAGE_SECONDS * 1000,
    onModels: () => uptake?.wake(),
    onComplaint: (message) => logger.error(message),
  })
  const { name, version, provider } = painter.model
  logger.info({ workerId, name, version, provider }, 'painter ready')
  const rate = measureRate()
  const presence = limitRate(250, () => report())
  const desk = openDesk(painter, rate, sizesOf(env.WORKER_SIZES), () => presence.send(null))
  const heed = async (isDrained: boolean) => {
    if (!leaving.signal.aborted) await consumer?.rest(isDrained)
  }
  const report = () => {
    const { name: modelName, version: modelVersion } = painter.model
    const load = { busy: desk.busy, concurrency: env.WORKER_CONCURRENCY }
    const facts = { modelName, modelVersion, ...desk.abilities(), ...load, notes: painter.notes }
    return reportPresence({ id: workerId, ...facts })
      .then(({ isDrained }) => heed(isDrained))
      .catch((error) => logger.warn({ err: error }, 'presence'))
  }
  uptake = takeUpModels({ painter, workerId, report, signal: leaving.signal })
  await uptake.isDone
  await prepareQueue()
  await realtime()
  const { now: takeUp } = uptake
  consumer = consume(
    { 'paint-portrait': paintPortraitJob({ painter, workerId, rate, desk, takeUp, handBack: handingBack.signal }) },
    env.WORKER_CONCURRENCY,
  )
  await report()
  const reporting = setInterval(report, presenceIntervalMs)
  const sweeping = sweep(leaving.signal)
  isReady = true
  logger.info('worker ready')

  const leave = async (signal: string) => {
    if (leaving.signal.aborted) return
    logger.info({ signal }, 'worker leaves: finishing what it paints')
    leaving.abort()
    const drainMs = env.WORKER_DRAIN_SECONDS * 1000
    setTimeout(() => handingBack.abort(), drainMs).unref()
    setTimeout(() => process.exit(1), drainMs + partingMs).unref()
    clearInterval(reporting)
    await consumer?.close()
    await sweeping
    await presence.settle()
    await endPresence(workerId).catch(() => {})
    await (await realtime()).close()
    health.close()
    await tracing.close()
    // Last: a run of the network that does not come to an end takes the process along.
    await painter.close()
    process.exit(0)
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
}

main().catch((error) => {
  logger.fatal({ err: error }, 'worker cannot start')
  process.exit(1)
})
