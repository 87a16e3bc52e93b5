import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '@/lib/contracts/routes'
import { watchProcess } from '@/server/metrics/process-metrics'
import { readSample } from '@/server/metrics/testing/read-sample'
import { fail } from '@/server/platform/errors'
import { currentRequest } from '@/server/platform/request-context'
import { version } from '@/server/platform/version'
import { handle } from './route'
import { routeListener } from './testing/route-listener'
import { createWebServer } from './web-server'

const workId = '019a0000-0000-7000-8000-000000000001'
const listener = routeListener(
  {
    'GET /api/health/live': handle(routes.live, () => ({ ok: true as const })),
    [`GET /api/artworks/${workId}`]: handle(routes.readArtwork, () => fail('not_found')),
    'GET /api/styles': handle(routes.listStyles, () => {
      throw new Error('a defect')
    }),
  },
  { id: workId },
)
let idInside: string | undefined
const server = createWebServer((request, response) => {
  idInside = currentRequest()?.requestId
  return listener(request, response)
})
let house = ''

beforeAll(async () => {
  watchProcess('web')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  house = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const scrape = async () => (await fetch(`${house}/metrics`)).text()

test('counts and times requests by the contract’s path, never by the address', async () => {
  await fetch(`${house}/api/health/live`)
  await fetch(`${house}/api/artworks/${workId}`)
  await fetch(`${house}/api/styles`)
  await fetch(`${house}/guess/${workId}`)
  const metrics = await scrape()
  const count = (route: string, status: number) =>
    readSample(metrics, 'vernissage_http_requests_total', { method: 'GET', route, status, version })
  expect(count('/api/health/live', 200)).toBe(1)
  expect(count('/api/artworks/{id}', 404)).toBe(1)
  expect(count('/api/styles', 500)).toBe(1)
  expect(metrics).not.toContain(workId)
  const timed = { method: 'GET', route: '/api/artworks/{id}', version }
  expect(readSample(metrics, 'vernissage_http_request_duration_seconds_count', timed)).toBe(1)
  const refused = (route: string, code: string) =>
    readSample(metrics, 'vernissage_http_refusals_total', { route, code })
  expect(refused('/api/artworks/{id}', 'not_found')).toBe(1)
  expect(refused('/api/styles', 'internal')).toBe(1)
  // The scrape itself is under way.
  const inFlight = async () => readSample(await scrape(), 'vernissage_http_requests_in_flight')
  await expect.poll(inFlight, { timeout: 30_000 }).toBe(1)
})

test('counts a caller who left before the answer as 499', async () => {
  let hasArrived = () => {}
  const arrival = new Promise<void>((resolve) => {
    hasArrived = resolve
  })
  const slow = createWebServer(() => {
    hasArrived()
    return new Promise(() => {})
  }).listen(0, '127.0.0.1')
  await once(slow, 'listening')
  const request = http.get({ port: (slow.address() as AddressInfo).port, host: '127.0.0.1' }).on('error', () => {})
  await arrival
  request.destroy()
  await expect.poll(scrape, { timeout: 30_000 }).toMatch(/vernissage_http_requests_total\{[^}]*status="499"/)
  slow.close()
})

test('a listener that fails ends its answer, not the process', async () => {
  const broken = createWebServer(async () => {
    throw new Error('as the test wishes')
  }).listen(0, '127.0.0.1')
  await once(broken, 'listening')
  const answer = await fetch(`http://127.0.0.1:${(broken.address() as AddressInfo).port}/`)
  expect(answer.status).toBe(500)
  broken.close()
})

test('tells of the process: release, memory, event loop, garbage collection', async () => {
  const metrics = await scrape()
  expect(metrics).toMatch(new RegExp(`vernissage_build_info\\{version="${version}",role="web",back_end="postgres"`))
  expect(readSample(metrics, 'process_resident_memory_bytes')).toBeGreaterThan(1e6)
  expect(metrics).toContain('nodejs_eventloop_lag_p99_seconds')
  expect(metrics).toContain('# TYPE nodejs_gc_duration_seconds histogram')
})

test('gives every answer an id, the same within, in errors and in the header; a well-formed one of the caller’s', async () => {
  const own = await fetch(`${house}/api/artworks/${workId}`, { headers: { 'X-Request-Id': 'from-the-proxy-1' } })
  expect(own.headers.get('x-request-id')).toBe('from-the-proxy-1')
  expect(await own.json()).toMatchObject({ error: { requestId: 'from-the-proxy-1' } })
  expect(idInside).toBe('from-the-proxy-1')
  const made = await fetch(`${house}/api/artworks/${workId}`, { headers: { 'X-Request-Id': 'a b' } })
  expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await made.json()).toMatchObject({ error: { requestId: made.headers.get('x-request-id') } })
})
