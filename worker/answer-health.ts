import { createServer, type Server } from 'node:http'
import { answerMetrics, isForMetrics } from '@/server/metrics/answer-metrics'
import { env } from '@/server/platform/env'

/** The worker's own small door, for probes (`/health/live`, `/health/ready`) and Prometheus (`/metrics`). */
export function answerHealth(isReady: () => boolean): Server {
  const server = createServer((request, response) => {
    if (isForMetrics(request)) return void answerMetrics(request, response, env.METRICS_TOKEN)
    const isOk = request.url === '/health/live' || (request.url === '/health/ready' && isReady())
    response.writeHead(isOk ? 200 : 503, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ ok: isOk }))
  })
  return server.listen(env.WORKER_PORT, env.WORKER_HOST)
}
