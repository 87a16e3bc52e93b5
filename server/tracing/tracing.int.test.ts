import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { trace } from '@opentelemetry/api'
import { afterEach, expect, it } from 'vitest'
import { routes } from '@/lib/contracts/routes'
import { handle } from '@/server/http/route'
import { routeListener } from '@/server/http/testing/route-listener'
import { createWebServer } from '@/server/http/web-server'
import { scrape } from '@/server/metrics/scrape'
import { readSample } from '@/server/metrics/testing/read-sample'
import { exportTraces, type Tracing } from './export-traces'
import { inJobSpan } from './in-job-span'
import { inSpan } from './in-span'
import { openTracing } from './open-tracing'
import { type Collector, startCollector } from './testing/collector'
import { currentTraceparent } from './traceparent'

/** Long enough for nothing else here to be slow, on however busy a machine. */
const SLOW_MS = 3_000

let tracing: Tracing | undefined
let collector: Collector | undefined
let server: Server | undefined

/** Begins to trace a web server that has one quick, one slow and one failing route; answers how to ask them. */
async function traceHouse(share: number, given: { endpoint?: string } = {}) {
  collector = await startCollector()
  const endpoint = given.endpoint ?? collector.endpoint
  tracing = exportTraces({ endpoint, share, slowRequestMs: SLOW_MS, slowPaintingMs: 60_000, role: 'web' })
  const quick = handle(routes.live, () => inSpan('a step', async () => ({ ok: true as const })))
  const slow = handle(routes.listStyles, () =>
    inSpan('a slow step', async () => {
      await sleep(SLOW_MS + 50)
      return { styles: [] }
    }),
  )
  const failing = handle(routes.listExhibitions, () => {
    throw new Error('a defect that says postgresql://a:secret@b')
  })
  const listener = routeListener({
    'GET /api/health/live': quick,
    'GET /api/styles': slow,
    'GET /api/exhibitions': failing,
  })
  server = createWebServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    await answer.arrayBuffer()
    return answer
  }
}

/** What the collector has once everything that is kept has been sent. */
async function received() {
  // The end of an answer comes a moment later to the server than to the caller.
  const inFlight = async () => readSample(await scrape(), 'vernissage_http_requests_in_flight') ?? 0
  await expect.poll(inFlight, { timeout: 30_000 }).toBe(0)
  await tracing?.close()
  return collector?.spans ?? []
}

afterEach(async () => {
  await tracing?.close()
  collector?.close()
  server?.close()
  server?.closeAllConnections()
})

it('sends a sampled request with its steps, and names it by its route', async () => {
  const ask = await traceHouse(1)
  const answer = await ask('/api/health/live')
  // Queries may hold signatures; this one is refused, too, since the route has none.
  await ask('/api/styles?secret=1')
  const spans = await received()
  expect(spans.map(({ name }) => name).sort()).toEqual(['GET /api/health/live', 'GET /api/styles', 'a step'])
  const root = spans.find(({ name }) => name === 'GET /api/health/live')
  expect(root).toMatchObject({
    service: 'vernissage-web',
    attributes: {
      'http.route': '/api/health/live',
      'http.response.status_code': 200,
      'vernissage.request_id': answer.headers.get('x-request-id'),
    },
  })
  expect(spans.find(({ name }) => name === 'a step')).toMatchObject({
    parentSpanId: root?.spanId,
    traceId: root?.traceId,
  })
  expect(JSON.stringify(spans, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain('secret')
})

it('keeps, of what was not sampled, what was slow or failed, and nothing else', async () => {
  const ask = await traceHouse(0)
  await Promise.all([ask('/api/health/live'), ask('/api/styles'), ask('/api/exhibitions'), ask('/api/health/live')])
  const spans = await received()
  const kept = spans.map(({ name, attributes }) => `${name} ${attributes['vernissage.kept_for']}`)
  expect(kept.sort()).toEqual(['GET /api/exhibitions failed', 'GET /api/styles slow', 'a slow step slow'])
  expect(spans.find(({ name }) => name === 'GET /api/exhibitions')?.status.code).toBe(2)
})

it('goes on with the trace that a caller carries, but lets nobody outside decide that it is kept', async () => {
  const ask = await traceHouse(0)
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`
  await ask('/api/health/live', { traceparent })
  await ask('/api/styles', { traceparent })
  const spans = await received()
  expect(spans.map(({ name }) => name).sort()).toEqual(['GET /api/styles', 'a slow step'])
  expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]))
})

it('follows within the house what was decided where the trace began', async () => {
  await traceHouse(0)
  const paint = (traceparent: string | null) =>
    inJobSpan('paint', { traceparent, beganAt: Date.now() - 5, attributes: {}, isFailure: () => true }, async () => {})
  await paint('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01')
  await paint('00-1bf7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00')
  await paint('nonsense')
  await paint(null)
  const spans = await received()
  expect(spans.map(({ name, traceId }) => `${name} ${traceId.slice(0, 4)}`).sort()).toEqual([
    'claim 0af7',
    'paint 0af7',
  ])
})

it('costs no request anything but its spans when the collector is away', async () => {
  const ask = await traceHouse(1, { endpoint: 'http://127.0.0.1:1' })
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/api/health/live')))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  await expect(tracing?.close()).resolves.toBeUndefined()
})

it('is nothing at all where no collector is named', async () => {
  tracing = await openTracing('web')
  expect(await inSpan('a step', async () => trace.getActiveSpan()?.isRecording() ?? false)).toBe(false)
  expect(currentTraceparent()).toBeNull()
})
